import { m } from "@guildhall/i18n/messages";
import { leaveAsMemberInput } from "@guildhall/people/schemas";
import { Button, CheckboxField, FormActions, FormFields } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";

/** Gives one's key back; the box is there so that nobody does by mistake. */
export function LeaveForm() {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(leaveAsMemberInput);
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <input type="hidden" name="act" value="leave" />
      <FormFields>
        <CheckboxField name={fields.sure.name} label={t(m.portal_me_leave_sure)} error={errorsOf(fields.sure)} />
        <FormActions>
          <Button type="submit" look="danger" pending={pending}>
            {t(m.portal_me_leave)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
