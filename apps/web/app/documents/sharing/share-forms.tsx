import { type DocumentRole, documentRoles } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, FormActions, FormFields, SelectField, TextField } from "@guildhall/ui";
import { type Choice, ComboboxField } from "@guildhall/ui/choice";
import { Form } from "@remix-run/react";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useFieldPlace } from "../../workspace/fields/use-field-place.ts";
import { roleWords } from "./role-words.ts";
import { shareGroupInput, shareLinkInput, shareMailInput, sharePersonInput } from "./sharing-inputs.ts";

interface Control {
  readonly name: string;
  readonly initialValue?: string | undefined;
  readonly errors?: string[] | undefined;
}

/** Lets one person in, found by name, address or number. */
export function SharePerson({ people }: { readonly people: readonly Choice[] }) {
  const { t } = useWords();
  const place = useFieldPlace();
  const { form, fields, errorsOf, pending } = useSchemaForm(sharePersonInput, { act: "person" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="person" />
      <FormFields>
        <ComboboxField
          name={fields.personId.name}
          label={t(m.docs_share_person)}
          required
          options={people}
          load={(query, signal) => place.find("person", query, signal)}
          defaultValue={fields.personId.initialValue}
          error={errorsOf(fields.personId)}
        />
        <RoleAndDay form="person" role={fields.role} until={fields.until} errorsOf={errorsOf} />
        <FormActions>
          <Button type="submit" look="primary" pending={pending}>
            {t(m.docs_share)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

/** Lets whoever reads the mail of an address in, known here or not, and writes to them. */
export function ShareMail() {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(shareMailInput, { act: "mail" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="mail" />
      <FormFields>
        <TextField
          name={fields.email.name}
          label={t(m.docs_share_mail)}
          type="email"
          autoComplete="off"
          required
          defaultValue={fields.email.initialValue}
          error={errorsOf(fields.email)}
        />
        <TextField
          name={fields.fullName.name}
          label={t(m.docs_share_mail_name)}
          optionalLabel={t(m.shell_optional)}
          description={t(m.docs_share_mail_name_hint)}
          maxLength={200}
          autoComplete="off"
          defaultValue={fields.fullName.initialValue}
          error={errorsOf(fields.fullName)}
        />
        <RoleAndDay form="mail" role={fields.role} until={fields.until} errorsOf={errorsOf} />
        <FormActions>
          <Button type="submit" look="primary" icon="mail" pending={pending}>
            {t(m.docs_share_mail_send)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

interface ShareGroupProps {
  readonly groups: readonly { readonly value: string; readonly label: string }[];
}

/** Lets everybody in who is in an audience, or every member of the hall. */
export function ShareGroup({ groups }: ShareGroupProps) {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(shareGroupInput, { act: "group" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="group" />
      <FormFields>
        <SelectField
          name={fields.group.name}
          label={t(m.docs_share_group)}
          options={[{ value: "members", label: t(m.docs_all_members) }, ...groups]}
          defaultValue={fields.group.initialValue}
          error={errorsOf(fields.group)}
        />
        <RoleAndDay form="group" role={fields.role} until={fields.until} errorsOf={errorsOf} />
        <FormActions>
          <Button type="submit" look="primary" pending={pending}>
            {t(m.docs_share)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

/** Makes an address that opens it for whoever holds it. */
export function ShareLink() {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(shareLinkInput, { act: "link" });
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} preventScrollReset>
      <input type="hidden" name="act" value="link" />
      <FormFields>
        <RoleAndDay
          form="link"
          roles={["view", "comment", "edit"]}
          role={fields.role}
          until={fields.until}
          errorsOf={errorsOf}
        />
        <FormActions>
          <Button type="submit" icon="link" pending={pending}>
            {t(m.docs_make_link)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}

interface RoleAndDayProps {
  readonly form: string;
  readonly roles?: readonly DocumentRole[];
  readonly role: Control;
  readonly until: Control;
  readonly errorsOf: (field: Control) => string[];
}

function RoleAndDay({ form, roles = documentRoles, role, until, errorsOf }: RoleAndDayProps) {
  const { t } = useWords();
  return (
    <>
      <SelectField
        id={`${form}-role`}
        name={role.name}
        label={t(m.docs_may)}
        options={roles.map((value) => ({ value, label: t(roleWords[value]) }))}
        defaultValue={role.initialValue ?? "view"}
        error={errorsOf(role)}
      />
      <TextField
        id={`${form}-until`}
        name={until.name}
        type="date"
        label={t(m.docs_until_day)}
        optionalLabel={t(m.shell_optional)}
        defaultValue={until.initialValue}
        error={errorsOf(until)}
      />
    </>
  );
}
