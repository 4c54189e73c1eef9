import { m } from "@guildhall/i18n/messages";
import { addDomainInput } from "@guildhall/people/schemas";
import { Button, CheckboxField, FormActions, FormFields, Section, TextField } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { SmallForm } from "../people/small-form.tsx";

interface DomainSectionProps {
  readonly domains: readonly { readonly id: string; readonly domain: string }[];
  readonly mayEdit: boolean;
}

/** The domains by which people join a company. */
export function DomainSection({ domains, mayEdit }: DomainSectionProps) {
  const { t } = useWords();
  if (domains.length === 0 && !mayEdit) return null;
  return (
    <Section title={t(m.companies_domains)} description={t(m.companies_domains_text)}>
      {domains.length > 0 && (
        <ul className="mb-s4 grid max-w-form gap-s1">
          {domains.map(({ id, domain }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-s3 border-b pb-s1">
              <span className="min-w-0 break-words">{domain}</span>
              {mayEdit && (
                <SmallForm act="remove-domain" values={{ domainId: id }}>
                  <Button type="submit" look="quiet" size="s" label={t(m.companies_domain_remove_named, { domain })}>
                    {t(m.companies_domain_remove)}
                  </Button>
                </SmallForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && <DomainForm />}
    </Section>
  );
}

const input = addDomainInput.omit({ companyId: true });

function DomainForm() {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(input, { act: "add-domain" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <input type="hidden" name="act" value="add-domain" />
      <FormFields>
        <TextField
          name={fields.domain.name}
          label={t(m.companies_domain_add)}
          placeholder="yuanshan.example"
          required
          autoComplete="off"
          maxLength={300}
          defaultValue={fields.domain.initialValue}
          error={errorsOf(fields.domain)}
        />
        <CheckboxField
          name={fields.joinPeople.name}
          label={t(m.companies_domain_join)}
          defaultChecked={
            form.initialValue === undefined || fields.joinPeople.initialValue === "on" || !fields.domain.initialValue
          }
        />
        <FormActions>
          <Button type="submit" pending={pending}>
            {t(m.companies_domain_add_button)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
