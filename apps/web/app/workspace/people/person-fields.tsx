import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { type Field, formatFieldValue, type PersonRecord } from "@guildhall/people/schemas";
import { Definition, DefinitionList, TextLink } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { sourceIn } from "./source-words.ts";

/** What the hall knows of somebody in its own fields, in its own order; those without a value behind a quiet line. */
export function PersonFields({ person }: { readonly person: PersonRecord }) {
  const words = useWords();
  const { t, locale } = words;
  const { timeZone } = useHall();
  const known = person.fields.filter(({ id }) => person.values[id] !== undefined);
  const empty = person.fields.filter(({ id }) => person.values[id] === undefined);
  return (
    <div className="grid gap-s3">
      <DefinitionList>
        {known.map((field) => (
          <Definition key={field.id} term={field.name}>
            <FieldText field={field} person={person} />
          </Definition>
        ))}
        {person.locale && (
          <Definition term={t(m.record_language)}>
            {t(person.locale === "en" ? m.record_lang_en : m.record_lang_zh)}
          </Definition>
        )}
        {person.timeZone && <Definition term={t(m.record_zone)}>{person.timeZone.replaceAll("_", " ")}</Definition>}
        <Definition term={t(m.record_source)}>
          {sourceIn(words, person.source)}
          {t(m.record_source_on, { day: formatDate(new Date(person.createdAt), { locale, timeZone }) })}
        </Definition>
      </DefinitionList>
      {empty.length > 0 && (
        <details className="text-s">
          <summary className="cursor-pointer py-s1 text-ink-2 hover:text-ink">{t(m.record_fields_show)}</summary>
          <DefinitionList>
            {empty.map(({ id, name }) => (
              <Definition key={id} term={name}>
                <span className="text-ink-3">{t(m.record_not_said)}</span>
              </Definition>
            ))}
          </DefinitionList>
        </details>
      )}
    </div>
  );
}

function FieldText({ field, person }: { readonly field: Field; readonly person: PersonRecord }) {
  const { locale } = useWords();
  const { slug, timeZone } = useHall();
  const value = person.values[field.id];
  if (value === undefined) return null;
  const names = new Map(Object.entries(person.related));
  const text = formatFieldValue(field, value, { locale, zone: timeZone, names });
  if (field.type === "url") return <TextLink href={text}>{text.replace(/^https?:\/\//, "")}</TextLink>;
  if (field.type === "email") return <TextLink href={`mailto:${text}`}>{text}</TextLink>;
  if (field.type === "phone") return <TextLink href={`tel:${text}`}>{text}</TextLink>;
  if (field.type === "relation") {
    const folder = field.settings.target === "company" ? "companies" : "people";
    return <TextLink href={`/w/${slug}/${folder}/${String(value)}`}>{text}</TextLink>;
  }
  return <span className={field.type === "long-text" ? "whitespace-pre-wrap" : "tabular"}>{text}</span>;
}
