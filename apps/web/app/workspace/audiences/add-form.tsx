import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Button, FormActions, FormFields } from "@guildhall/ui";
import { type Choice, ComboboxField } from "@guildhall/ui/choice";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useFieldPlace } from "../fields/use-field-place.ts";

export const addMemberInput = z.object({
  personId: z.string({ error: "people.nobody-chosen" }).pipe(idSchema("person")),
});

/** Puts somebody on the list: found by name, address or number. */
export function AddForm({ people }: { readonly people: readonly Choice[] }) {
  const { t } = useWords();
  const place = useFieldPlace();
  const { form, fields, errorsOf, pending } = useSchemaForm(addMemberInput, { act: "add" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="add" />
      <FormFields>
        <ComboboxField
          name={fields.personId.name}
          label={t(m.audiences_add)}
          required
          options={people}
          load={(query, signal) => place.find("person", query, signal)}
          defaultValue={fields.personId.initialValue}
          error={errorsOf(fields.personId)}
        />
        <FormActions>
          <Button type="submit" look="primary" icon="plus" pending={pending}>
            {t(m.audiences_add_button)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
