import type { Locale } from "@guildhall/core";
import { dateTimeFormat } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { PersonRecord } from "@guildhall/people/schemas";
import { roleName } from "../../shell/role-name.ts";
import type { Words } from "../../shell/words.ts";
import { stageWords } from "./stage-words.ts";

/** Who somebody is, in one sentence: how far they have come with the house, since when and by whom, and who looks after them. */
export function letterAbout(person: PersonRecord, { t, locale }: Words, zone: string): string {
  const month = monthOf(person.createdAt, locale, zone);
  const referrer = person.relationships.find(({ kind, direction }) => kind === "refers" && direction !== "to");
  const place = person.positions.find(({ until }) => until === null);
  const clauses = [
    person.stage && t(stageWords[person.stage]),
    person.role && t(m.record_letter_staff, { role: t(roleName(person.role)) }),
    referrer ? t(m.record_letter_brought, { name: referrer.person.fullName, month }) : cameBy(person.source),
    place &&
      (place.title
        ? t(m.record_letter_position, { title: place.title, company: place.companyName })
        : t(m.record_letter_company, { company: place.companyName })),
    person.owner && t(m.record_letter_owner, { name: person.owner.fullName }),
  ].filter((clause) => typeof clause === "string");
  return locale === "zh-CN" ? `${clauses.join("，")}。` : `${capital(clauses.join(", "))}.`;

  function cameBy(source: string): string {
    if (source === "sign-in") return t(m.record_letter_signed_in, { month });
    return source.startsWith("import") ? t(m.record_letter_imported, { month }) : t(m.record_letter_known, { month });
  }
}

function monthOf(at: Date, locale: Locale, timeZone: string): string {
  return dateTimeFormat(locale, { year: "numeric", month: "long", timeZone }).format(new Date(at));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
