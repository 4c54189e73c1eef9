import { phoneInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, FormFields, TextField, TextLink } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";
import { onTheWay } from "./onward.ts";

/** The way in for whoever has a number with their account. */
export function PhoneDoor({ to }: { readonly to: string | undefined }) {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(phoneInput);
  return (
    <DoorPage
      title={t(m.signin_phone_title)}
      text={t(m.signin_phone_text)}
      aside={
        <TextLink href={onTheWay("/login", to)} alone>
          {t(m.signin_other_way)}
        </TextLink>
      }
    >
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <TextField
            name={fields.phone.name}
            label={t(m.signin_phone)}
            description={t(m.signin_phone_hint)}
            type="tel"
            autoComplete="tel"
            required
            defaultValue={fields.phone.initialValue}
            error={errorsOf(fields.phone)}
          />
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {t(m.signin_text_code)}
          </Button>
        </FormFields>
      </Form>
    </DoorPage>
  );
}
