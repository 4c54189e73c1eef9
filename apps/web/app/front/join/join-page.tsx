import { m } from "@guildhall/i18n/messages";
import { accentStyle, ButtonLink, Stamp, Title } from "@guildhall/ui";
import type { ReactNode } from "react";
import { FrontFrame } from "../../shell/front-frame.tsx";
import { roleName } from "../../shell/role-name.ts";
import { useWords } from "../../shell/words.ts";
import type { welcome } from "./entrance.ts";
import { AccountForm, JoinForm, ProveForm, SwitchForm } from "./join-forms.tsx";

type Welcome = Awaited<ReturnType<typeof welcome>>;

/** A hall's door, with an invitation in hand. */
export function JoinPage(at: Welcome) {
  const { t } = useWords();
  const { step, hall, inviter, role } = at;
  const said = saidAt(at);
  return (
    <FrontFrame>
      <div className="mx-auto grid max-w-form gap-s5" style={accentStyle(hall?.accent)}>
        <div className="grid justify-items-start gap-s4">
          {hall && <Stamp name={hall.name} size="xl" turned />}
          <div>
            <Title level={1} size="l">
              {step === "over" || !hall ? t(m.staff_join_over) : t(m.staff_join_title, { hall: hall.name })}
            </Title>
            {inviter && role && step !== "over" && step !== "inside" && (
              <p className="mt-s2 text-l text-ink-2">
                {t(m.staff_join_by, { name: inviter, role: t(roleName(role)) })}
              </p>
            )}
            {said && <p className="mt-s2 text-ink-2">{said(t)}</p>}
          </div>
        </div>
        <NextStep at={at} />
      </div>
    </FrontFrame>
  );
}

type Say = (t: ReturnType<typeof useWords>["t"]) => ReactNode;

function saidAt({ step, email, me, sent }: Welcome): Say | null {
  switch (step) {
    case "over":
      return (t) => t(m.staff_join_over_text);
    case "inside":
      return (t) => t(m.staff_join_inside);
    case "switch":
      return (t) => t(m.staff_join_switch_text, { email: email ?? "", me: me ?? "" });
    case "join":
      return (t) => t(m.staff_join_as, { me: me ?? "" });
    case "account":
      return (t) => t(m.staff_join_account_text, { email: email ?? "" });
    case "prove":
      return (t) => (sent ? t(m.staff_join_sent) : t(m.staff_join_prove_text));
  }
}

function NextStep({ at: { step, hall, here, fullName, me, sent } }: { readonly at: Welcome }) {
  const { t } = useWords();
  const signIn = `/login?to=${encodeURIComponent(here)}`;
  switch (step) {
    case "over":
      return (
        <div>
          <ButtonLink href="/account">{t(m.staff_join_to_halls)}</ButtonLink>
        </div>
      );
    case "inside":
      return (
        <div>
          <ButtonLink look="primary" size="l" href={`/w/${hall?.slug}`}>
            {t(m.staff_join_enter)}
          </ButtonLink>
        </div>
      );
    case "switch":
      return <SwitchForm />;
    case "join":
      return <JoinForm hall={hall?.name ?? ""} />;
    case "account":
      return <AccountForm fullName={fullName} signIn={signIn} />;
    case "prove":
      return <ProveForm me={me} signIn={signIn} sent={sent} />;
  }
}
