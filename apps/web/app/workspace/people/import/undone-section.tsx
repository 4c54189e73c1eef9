import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { Section, TextLink } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import type { RunView } from "./run-view.ts";

const reasons = {
  erased: m.imports_left_erased,
  gone: m.imports_left_gone,
  "changed-since": m.imports_left_changed_since,
  "in-use": m.imports_left_in_use,
} as const;

const things = {
  person: m.imports_thing_person,
  person_identity: m.imports_thing_person_identity,
  company: m.imports_thing_company,
  affiliation: m.imports_thing_affiliation,
  tag: m.imports_thing_tag,
  field: m.imports_thing_field,
} as const;

/** What could not be taken back, and why. */
export function UndoneSection({ undone }: { readonly undone: NonNullable<RunView["end"]["undone"]> }) {
  const { t, locale } = useWords();
  const hall = useHall();
  if (undone.left === 0) return null;
  return (
    <Section
      title={t(m.imports_undo_left)}
      description={t(m.imports_undo_left_text, { count: formatNumber(undone.left, locale) })}
    >
      <ul className="grid border-t text-s">
        {undone.skipped.map(({ subjectType, subjectId, reason }) => {
          const thing = t(subjectType in things ? things[subjectType as keyof typeof things] : m.imports_thing_other);
          const why = t(reason in reasons ? reasons[reason as keyof typeof reasons] : m.imports_left_in_use);
          return (
            <li key={`${subjectType}${subjectId}`} className="flex gap-s3 border-b py-s2">
              <span className="min-w-0 flex-1">
                {subjectType === "person" ? (
                  <TextLink href={`/w/${hall.slug}/people/${subjectId}`}>{thing}</TextLink>
                ) : (
                  thing
                )}
              </span>
              <span className="text-ink-2">{why}</span>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
