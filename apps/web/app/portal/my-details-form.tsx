import type { Locale } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { myDetailsInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, SelectField, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { usePortal } from "./use-portal.ts";

interface MyDetailsFormProps {
  readonly me: { readonly fullName: string; readonly locale: Locale | null; readonly timeZone: string | null };
  readonly zones: readonly string[];
}

/** What a member corrects by themselves. */
export function MyDetailsForm({ me, zones }: MyDetailsFormProps) {
  const { t, locale } = useWords();
  const { tenant } = usePortal();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(myDetailsInput);
  const typed: unknown = fields.timeZone.initialValue; // twice in one form it is a list
  const zone = typeof typed === "string" ? typed : (me.timeZone ?? tenant.timeZone);
  const known = zones.includes(zone) ? zones : [zone, ...zones];
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <FormFields>
        <FormSummary summary={summary} />
        <TextField
          name={fields.fullName.name}
          label={t(m.portal_name)}
          description={t(m.portal_name_hint)}
          autoComplete="name"
          maxLength={200}
          required
          defaultValue={fields.fullName.initialValue ?? me.fullName}
          error={errorsOf(fields.fullName)}
        />
        <SelectField
          name={fields.locale.name}
          label={t(m.portal_me_language)}
          options={[
            { value: "en", label: t(m.portal_lang_en) },
            { value: "zh-CN", label: t(m.portal_lang_zh) },
          ]}
          defaultValue={fields.locale.initialValue ?? me.locale ?? locale}
          error={errorsOf(fields.locale)}
        />
        <SelectField
          name={fields.timeZone.name}
          label={t(m.portal_me_zone)}
          options={known.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
          defaultValue={zone}
          error={errorsOf(fields.timeZone)}
        />
        <FormActions>
          <Button type="submit" look="primary" pending={pending}>
            {t(m.portal_me_save)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
