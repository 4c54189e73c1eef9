import { m } from "@guildhall/i18n/messages";
import { type Field, isForMembers, type MemberRight, memberRights } from "@guildhall/people/schemas";
import {
  Button,
  ButtonLink,
  CheckboxField,
  FormActions,
  FormFields,
  RadioField,
  SelectField,
  TextField,
} from "@guildhall/ui";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { LeaveGuard } from "../../../shell/leave-guard.tsx";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { memberWords } from "./field-words.ts";
import { OptionEditor } from "./option-editor.tsx";
import type { ShapedForm } from "./shaped-form.ts";

interface FieldStart {
  readonly name: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly currency: string | undefined;
  readonly decimals: number | undefined;
  readonly memberMay: MemberRight | undefined;
}

interface FieldFormProps {
  readonly of: ShapedForm;
  readonly kind: Pick<Field, "subject" | "type">;
  readonly label: string;
  /** Where cancelling leads, from the list of fields. */
  readonly back: string;
  readonly start?: FieldStart;
  /** How often each answer is given, by its id. */
  readonly uses?: ReadonlyMap<string, string>;
  /** What is posted besides. */
  readonly children: ReactNode;
}

/** What can be said of a field: its name, what helps, and what its type asks for. */
export function FieldForm({ of, kind, label, back, start, uses = new Map(), children }: FieldFormProps) {
  const { form, fields, errorsOf, summary, pending } = of;
  const { t } = useWords();
  const { type } = kind;
  const base = `/w/${useHall().slug}/settings/fields`;
  return (
    <>
      <FormSummary summary={summary} />
      <LeaveGuard form={form.id} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        {/* What Enter presses: the first button of a form, which must not be one that moves an answer. */}
        <button type="submit" className="sr-only" tabIndex={-1} aria-hidden="true" />
        {children}
        <FormFields>
          <TextField
            name={fields.name.name}
            label={t(m.fields_name)}
            description={t(m.fields_name_hint)}
            maxLength={80}
            required
            autoComplete="off"
            defaultValue={fields.name.initialValue ?? start?.name}
            error={errorsOf(fields.name)}
          />
          {(type === "select" || type === "multi-select") && <OptionEditor of={of} uses={uses} />}
          <TypeSettings of={of} type={type} start={start} />
          <TextField
            name={fields.hint.name}
            label={t(m.fields_hint)}
            optionalLabel={t(m.shell_optional)}
            description={t(m.fields_hint_hint)}
            maxLength={200}
            autoComplete="off"
            defaultValue={fields.hint.initialValue ?? start?.hint ?? undefined}
            error={errorsOf(fields.hint)}
          />
          <CheckboxField
            name={fields.required.name}
            label={t(m.fields_required_label)}
            description={t(m.fields_required_hint)}
            defaultChecked={
              fields.required.initialValue === undefined ? start?.required : fields.required.initialValue === "on"
            }
            error={errorsOf(fields.required)}
          />
          {isForMembers(kind) && <MemberSetting of={of} start={start} />}
          <FormActions>
            <Button type="submit" look="primary" pending={pending}>
              {label}
            </Button>
            <ButtonLink look="quiet" href={base + back}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </>
  );
}

type SettingProps = Pick<FieldFormProps, "of"> & { readonly start: FieldStart | undefined };

/** How near members are let to it. */
function MemberSetting({ of: { fields, errorsOf }, start }: SettingProps) {
  const { t } = useWords();
  return (
    <RadioField
      name={fields.memberMay.name}
      label={t(m.fields_member)}
      description={t(m.fields_member_hint)}
      defaultValue={fields.memberMay.initialValue ?? start?.memberMay ?? "nothing"}
      error={errorsOf(fields.memberMay)}
      options={memberRights.map((value) => ({ value, label: t(memberWords[value]) }))}
    />
  );
}

type TypeSettingsProps = SettingProps & Pick<Field, "type">;

function TypeSettings({ of: { fields, errorsOf }, type, start }: TypeSettingsProps) {
  const { t } = useWords();
  if (type === "money")
    return (
      <TextField
        name={fields.currency.name}
        label={t(m.fields_currency)}
        description={t(m.fields_currency_hint)}
        maxLength={3}
        required
        autoComplete="off"
        defaultValue={fields.currency.initialValue ?? start?.currency}
        error={errorsOf(fields.currency)}
      />
    );
  if (type === "number")
    return (
      <SelectField
        name={fields.decimals.name}
        label={t(m.fields_decimals)}
        options={[
          { value: "", label: t(m.fields_decimals_as_needed) },
          ...["0", "1", "2", "3", "4", "5", "6"].map((value) => ({ value, label: value })),
        ]}
        defaultValue={fields.decimals.initialValue ?? start?.decimals?.toString() ?? ""}
        error={errorsOf(fields.decimals)}
      />
    );
  if (type === "relation" && "target" in fields)
    return (
      <RadioField
        name={fields.target.name}
        label={t(m.fields_target)}
        defaultValue={fields.target.initialValue ?? "person"}
        error={errorsOf(fields.target)}
        options={[
          { value: "person", label: t(m.fields_target_person) },
          { value: "company", label: t(m.fields_target_company) },
        ]}
      />
    );
  return null;
}
