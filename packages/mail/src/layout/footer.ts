import { m } from "@guildhall/i18n/messages";
import type { Purpose } from "../purpose.ts";
import { type Block, link, small } from "../templates/block.ts";
import type { Occasion } from "../templates/occasion.ts";

const because = {
  notice: m.mail_because_notice,
  community: m.mail_because_community,
  events: m.mail_because_events,
  marketing: m.mail_because_marketing,
} as const satisfies Record<Exclude<Purpose, "transactional">, unknown>;

/** Why its reader got this, how to get no more of it, and who carried it. */
export function footer({ house, locale, purpose, unsubscribeUrl }: Occasion): readonly Block[] {
  const carried =
    house.kind === "tenant"
      ? m.mail_footer_tenant({ house: house.name }, { locale })
      : m.mail_footer_house({}, { locale });
  return [
    ...(purpose !== "transactional" ? [small(because[purpose]({ house: house.name }, { locale }))] : []),
    ...(unsubscribeUrl === null ? [] : [link(m.mail_unsubscribe({}, { locale }), unsubscribeUrl)]),
    small(carried),
  ];
}
