import { m } from "@guildhall/i18n/messages";
import { Notice } from "@guildhall/ui";
import { useWords } from "../shell/words.ts";
import type { HomeState } from "./home-state.ts";
import { usePortal } from "./use-portal.ts";

/** What came of the last step somebody took. */
export function StateNotice({ state }: { readonly state: HomeState }) {
  const { t } = useWords();
  const { tenant, me } = usePortal();
  const house = { house: tenant.name };
  const words = {
    joined: { tone: "success", title: t(m.portal_joined_title), text: t(m.portal_joined_text, house) },
    claimed: { tone: "success", title: t(m.portal_claimed_title), text: t(m.portal_claimed_text, house) },
    prove: { tone: "info", title: t(m.portal_prove_title), text: t(m.portal_prove_text, house) },
    declined: { tone: "warning", title: t(m.portal_declined_title), text: t(m.portal_declined_text, house) },
    "two-records": { tone: "warning", title: t(m.portal_two_records_title), text: t(m.portal_two_records_text, house) },
    left: { tone: "info", title: t(m.portal_left_title), text: t(m.portal_left_text, house) },
    forgotten: { tone: "info", title: t(m.record_me_forgotten), text: t(m.record_me_forgotten_text, house) },
  } as const;
  // An address can be typed: nobody is welcomed in who is not.
  const forMembers = state === "joined" || state === "claimed" || state === "two-records";
  if (forMembers !== (me !== null)) return null;
  const { tone, title, text } = words[state];
  return (
    <Notice tone={tone} title={title} live>
      {text}
    </Notice>
  );
}
