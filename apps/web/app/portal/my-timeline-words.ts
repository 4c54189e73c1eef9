import { m } from "@guildhall/i18n/messages";
import { consentPurposes } from "@guildhall/mail/schemas";
import type { MyTimelineEntry } from "@guildhall/people/schemas";
import type { IconName } from "@guildhall/ui";
import { roleName } from "../shell/role-name.ts";
import type { Words } from "../shell/words.ts";
import { purposeWords } from "../workspace/people/purpose-words.ts";

type Entry = Pick<MyTimelineEntry, "name" | "byMe" | "told">;

const icons: Readonly<Record<string, IconName>> = {
  membership: "door",
  messages: "mail",
  record: "edit",
  documents: "document",
};

export const myIconOf = (kind: string): IconName => icons[kind] ?? "clock";

/** What a line says to whom it is about. */
export function mySentenceOf(entry: Entry, { t }: Words, house: string): string {
  const { name, byMe, told } = entry;
  switch (name) {
    case "people.person-created":
      return t(m.portal_line_created, { house });
    case "people.person-claimed":
      return t(m.portal_line_claimed);
    case "people.member-joined":
      return t(m.portal_line_joined, { house });
    case "people.member-removed":
      return t(m.portal_line_left, { house });
    case "people.staff-joined":
      return t(m.portal_line_staff, { role: t(roleName(textOf(told.role))) });
    case "people.role-changed":
      return t(m.portal_line_role, { role: t(roleName(textOf(told.to))) });
    case "people.staff-removed":
      return t(m.portal_line_staff_left);
    case "people.person-updated":
      return t(m.portal_line_corrected);
    case "people.identity-added":
      return byMe ? t(m.portal_line_reach_by_me) : t(m.portal_line_reach, { house });
    case "people.identity-removed":
      return byMe ? t(m.portal_line_reach_gone_by_me) : t(m.portal_line_reach_gone, { house });
    case "people.consent-changed":
      return consented(entry, t);
    case "docs.document-edited":
      return t(m.portal_line_wrote);
    case "docs.document-commented":
      return t(m.comments_line_mine);
    case "mail.message-sent":
      return t(told.channel === "sms" ? m.portal_line_sms : m.portal_line_mail, { house });
    case "mail.message-bounced":
      return t(m.portal_line_bounced, { house });
    default:
      return t(m.timeline_something);
  }
}

function consented({ told }: Entry, t: Words["t"]): string {
  const known = consentPurposes.find((purpose) => purpose === told.purpose);
  if (!known) return t(told.granted === true ? m.portal_line_agreed : m.portal_line_refused);
  const purpose = t(purposeWords[known]);
  return t(told.granted === true ? m.portal_line_agreed_to : m.portal_line_refused_from, { purpose });
}

const textOf = (value: unknown) => (typeof value === "string" ? value : null);
