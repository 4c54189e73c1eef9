import { m } from "@guildhall/i18n/messages";
import type { AuditFilter } from "@guildhall/tenancy/schemas";
import { Button, ButtonLink, SelectField } from "@guildhall/ui";
import { type Choice, ComboboxField } from "@guildhall/ui/choice";
import { DateField } from "@guildhall/ui/dates";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { actionWords, kindWords } from "./audit-words.ts";

type Filter = { readonly [Name in keyof AuditFilter]?: AuditFilter[Name] };

interface AuditFiltersProps {
  readonly filter: Filter;
  readonly actors: readonly { readonly personId: string; readonly fullName: string }[];
  /** What the person is called whom the filter is about. */
  readonly about: string | null;
}

/** What the history is asked for. It stands in the address, so that an answer can be passed on. */
export function AuditFilters({ filter, actors, about }: AuditFiltersProps) {
  const { t } = useWords();
  const here = `/w/${useHall().slug}/audit`;
  const any = { value: "", label: t(m.settings_any) };
  const optionsOf = (words: typeof actionWords) =>
    Object.entries(words).map(([value, word]) => ({ value, label: t(word) }));
  const staff = actors.map(({ personId, fullName }) => ({ value: personId, label: fullName }));
  const isStaff = staff.some(({ value }) => value === filter.person);
  const people: Choice[] =
    filter.person && !isStaff ? [{ value: filter.person, label: about ?? t(m.settings_about_gone) }, ...staff] : staff;
  const asked = Object.values(filter).some((value) => value !== undefined);
  return (
    <Form method="get" action={here} key={JSON.stringify(filter)} className="grid gap-s3 print:hidden">
      <div className="grid grid-cols-2 gap-s3 lg:grid-cols-3">
        <SelectField
          name="who"
          label={t(m.audit_who)}
          defaultValue={filter.who ?? ""}
          options={[any, { value: "system", label: t(m.audit_system) }, ...staff]}
        />
        <SelectField
          name="action"
          label={t(m.audit_what)}
          defaultValue={filter.action ?? ""}
          options={[any, ...optionsOf(actionWords)]}
        />
        <SelectField
          name="kind"
          label={t(m.settings_field_kind)}
          defaultValue={filter.kind ?? ""}
          options={[any, ...optionsOf(kindWords)]}
        />
        <ComboboxField
          name="person"
          label={t(m.settings_field_about)}
          placeholder={t(m.settings_about_any)}
          defaultValue={filter.person}
          options={people}
          load={(name, signal) => findPeople(`${here}/people`, name, signal)}
        />
        <DateField name="from" label={t(m.settings_field_from)} defaultValue={filter.from} />
        <DateField name="to" label={t(m.settings_field_to)} defaultValue={filter.to} />
      </div>
      <div className="flex flex-wrap items-center gap-s2">
        <Button type="submit" icon="search">
          {t(m.settings_ask)}
        </Button>
        {asked && (
          <ButtonLink look="quiet" href={here}>
            {t(m.settings_ask_all)}
          </ButtonLink>
        )}
      </div>
    </Form>
  );
}

const foundSchema = z.object({ people: z.array(z.object({ id: z.string(), fullName: z.string() })) });

/** Nobody where the line is down: who did it all is still there to choose from. */
async function findPeople(address: string, name: string, signal: AbortSignal): Promise<readonly Choice[]> {
  const answer = await fetch(`${address}?${new URLSearchParams({ name })}`, { signal });
  if (!answer.ok) return [];
  return foundSchema.parse(await answer.json()).people.map(({ id, fullName }) => ({ value: id, label: fullName }));
}

/** Takes along what the page is asked for, as a file. */
export function AuditExport({ filter }: { readonly filter: Filter }) {
  const { t } = useWords();
  const here = `/w/${useHall().slug}/audit/export`;
  return (
    <Form method="post" action={here} reloadDocument className="flex flex-wrap gap-s2 print:hidden">
      {Object.entries(filter).map(
        ([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Button type="submit" icon="download" name="format" value="csv">
        {t(m.settings_export_csv)}
      </Button>
      <Button type="submit" look="quiet" name="format" value="jsonl">
        {t(m.settings_export_jsonl)}
      </Button>
    </Form>
  );
}
