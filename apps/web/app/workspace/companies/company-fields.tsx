import type { SubmissionResult } from "@conform-to/react";
import { m } from "@guildhall/i18n/messages";
import type { Field, FieldValues } from "@guildhall/people/schemas";
import { SelectField, TextAreaField, TextField } from "@guildhall/ui";
import type { Choice } from "@guildhall/ui/choice";
import { useActionData } from "@remix-run/react";
import { sayAnswer } from "../../shell/error-words.ts";
import type { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { FieldInput } from "../fields/field-input.tsx";
import { useFieldPlace } from "../fields/use-field-place.ts";
import type { companyFormSchema } from "./company-form.ts";

type CompanyForm = ReturnType<typeof useSchemaForm<ReturnType<typeof companyFormSchema>>>;

interface CompanyStart {
  readonly name: string;
  readonly website: string | null;
  readonly note: string | null;
  readonly ownerId: string | null;
  readonly fields: FieldValues;
}

interface CompanyFieldsProps {
  readonly of: CompanyForm;
  readonly own: readonly Field[];
  readonly owners: readonly { readonly value: string; readonly label: string }[];
  readonly start?: CompanyStart;
  /** What relations lead to now. */
  readonly choices?: readonly Choice[];
}

export function NameField({ of: { fields, errorsOf }, start }: Pick<CompanyFieldsProps, "of" | "start">) {
  const { t } = useWords();
  return (
    <TextField
      name={fields.name.name}
      label={t(m.companies_name)}
      maxLength={200}
      required
      autoComplete="off"
      defaultValue={fields.name.initialValue ?? start?.name}
      error={errorsOf(fields.name)}
    />
  );
}

/** What staff write about a company, the hall's own fields after it. */
export function CompanyFields({ of, own, owners, start, choices }: CompanyFieldsProps) {
  const { fields, errorsOf, form } = of;
  const { t, locale } = useWords();
  const place = useFieldPlace();
  const answer = useActionData<{ result?: SubmissionResult<string[]> }>();
  const typed = recordOf(answer?.result?.initialValue?.["fields"]);
  return (
    <>
      <TextField
        name={fields.website.name}
        label={t(m.companies_website)}
        optionalLabel={t(m.shell_optional)}
        maxLength={500}
        autoComplete="off"
        defaultValue={fields.website.initialValue ?? start?.website ?? undefined}
        error={errorsOf(fields.website)}
      />
      <SelectField
        name={fields.ownerPersonId.name}
        label={t(m.companies_owner)}
        optionalLabel={t(m.shell_optional)}
        placeholder={t(m.companies_nobody)}
        options={owners}
        defaultValue={fields.ownerPersonId.initialValue ?? start?.ownerId ?? ""}
        error={errorsOf(fields.ownerPersonId)}
      />
      {own.map((field) => (
        <FieldInput
          key={field.id}
          field={field}
          value={start?.fields[field.id]}
          typed={typed[field.id]}
          error={form.allErrors[`fields.${field.id}`]?.map((code) => sayAnswer(locale, code))}
          place={place}
          choices={choices}
        />
      ))}
      <TextAreaField
        name={fields.note.name}
        label={t(m.companies_note)}
        optionalLabel={t(m.shell_optional)}
        rows={4}
        maxLength={4_000}
        defaultValue={fields.note.initialValue ?? start?.note ?? undefined}
        error={errorsOf(fields.note)}
      />
    </>
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
