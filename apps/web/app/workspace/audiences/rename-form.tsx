import { m } from "@guildhall/i18n/messages";
import { createListInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";

export function RenameForm({ name }: { readonly name: string }) {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(createListInput, { act: "rename" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <input type="hidden" name="act" value="rename" />
      <FormFields>
        <TextField
          name={fields.name.name}
          label={t(m.audiences_name)}
          required
          maxLength={120}
          autoComplete="off"
          defaultValue={fields.name.initialValue ?? name}
          error={errorsOf(fields.name)}
        />
        <FormActions>
          <Button type="submit" pending={pending}>
            {t(m.audiences_rename)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
