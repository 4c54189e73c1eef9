import { m } from "@guildhall/i18n/messages";
import { consentPurposes } from "@guildhall/mail/schemas";
import type { MyRecord } from "@guildhall/people/schemas";
import { Button, CheckboxGroup, FormActions, FormFields, Section } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { purposeWords } from "../workspace/people/purpose-words.ts";

export const myConsentsForm = z.object({ agreed: z.array(z.string()).default([]) });

/** What may be sent to a member, an address and a purpose each. */
export function MyConsents({ identities }: { readonly identities: MyRecord["identities"] }) {
  const { t } = useWords();
  const { form, fields, pending } = useSchemaForm(myConsentsForm, { act: "consents" });
  const reachable = identities.filter(({ kind }) => kind === "email" || kind === "phone");
  if (reachable.length === 0) return null;
  return (
    <Section title={t(m.record_me_consents)} description={t(m.record_me_consents_text)}>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <input type="hidden" name="act" value="consents" />
        <FormFields>
          {reachable.map(({ id, value, consents }) => (
            <CheckboxGroup
              key={id}
              id={id}
              name={fields.agreed.name}
              label={value}
              defaultValue={consents.filter(({ granted }) => granted).map(({ purpose }) => `${id}:${purpose}`)}
              options={consentPurposes.map((purpose) => ({
                value: `${id}:${purpose}`,
                label: t(purposeWords[purpose]),
              }))}
            />
          ))}
          <FormActions>
            <Button type="submit" pending={pending}>
              {t(m.record_me_consent_save)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
    </Section>
  );
}
