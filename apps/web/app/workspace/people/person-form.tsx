import { m } from "@guildhall/i18n/messages";
import type { PersonRecord } from "@guildhall/people/schemas";
import {
  createPersonInput,
  type Field,
  fieldsFormSchema,
  personChangesSchema,
  stages,
} from "@guildhall/people/schemas";
import { SelectField, TextField } from "@guildhall/ui";
import type { Choice } from "@guildhall/ui/choice";
import { useWords } from "../../shell/words.ts";
import { FieldInput } from "../fields/field-input.tsx";
import { useFieldPlace } from "../fields/use-field-place.ts";
import { stageWords } from "./stage-words.ts";

type Kinds = readonly Pick<Field, "id" | "type">[];

/** What the form of somebody known posts: the record, and the hall's own fields as they are typed. */
export const editForm = (fields: Kinds) =>
  personChangesSchema.required({ fullName: true }).extend(fieldsFormSchema(fields).shape);

/** The same of somebody new, with how to reach them. */
export const newForm = (fields: Kinds) => createPersonInput.extend(fieldsFormSchema(fields).shape);

/** One control of a Conform form: its name, what was typed, what is wrong. */
interface Control {
  readonly name: string;
  readonly initialValue?: unknown;
  readonly errors?: string[] | undefined;
}

type ErrorsOf = (control: Control) => readonly string[];
type Known = Partial<
  Pick<PersonRecord, "familyName" | "givenName" | "stage" | "owner" | "locale" | "timeZone" | "values" | "related">
>;

interface MainInputsProps {
  readonly fields: Readonly<Record<"stage" | "ownerPersonId", Control>>;
  readonly errorsOf: ErrorsOf;
  readonly known?: Known;
  readonly staff: readonly { readonly id: string; readonly fullName: string }[];
}

/** How far they have come, and who looks after them. */
export function MainInputs({ fields, errorsOf, known = {}, staff }: MainInputsProps) {
  const { t } = useWords();
  const owners = known.owner && !staff.some(({ id }) => id === known.owner?.id) ? [known.owner, ...staff] : staff;
  return (
    <>
      <SelectField
        name={fields.stage.name}
        label={t(m.record_stage)}
        options={[
          { value: "", label: t(m.record_stage_none) },
          ...stages.map((stage) => ({ value: stage, label: t(stageWords[stage]) })),
        ]}
        defaultValue={typedIn(fields.stage, known.stage)}
        error={errorsOf(fields.stage)}
      />
      <SelectField
        name={fields.ownerPersonId.name}
        label={t(m.record_owner)}
        options={[
          { value: "", label: t(m.record_owner_none) },
          ...owners.map(({ id, fullName }) => ({ value: id, label: fullName })),
        ]}
        defaultValue={typedIn(fields.ownerPersonId, known.owner?.id)}
        error={errorsOf(fields.ownerPersonId)}
      />
    </>
  );
}

interface MoreInputsProps {
  readonly fields: Readonly<Record<"familyName" | "givenName" | "locale" | "timeZone", Control>>;
  readonly errorsOf: ErrorsOf;
  readonly known?: Known;
  readonly zones: readonly string[];
}

/** What is seldom asked: the parts of a name, language and time zone. */
export function MoreInputs({ fields, errorsOf, known = {}, zones }: MoreInputsProps) {
  const { t } = useWords();
  const optionalLabel = t(m.shell_optional);
  return (
    <>
      <TextField
        name={fields.familyName.name}
        label={t(m.record_family)}
        description={t(m.record_names_hint)}
        optionalLabel={optionalLabel}
        autoComplete="off"
        maxLength={100}
        defaultValue={typedIn(fields.familyName, known.familyName)}
        error={errorsOf(fields.familyName)}
      />
      <TextField
        name={fields.givenName.name}
        label={t(m.record_given)}
        optionalLabel={optionalLabel}
        autoComplete="off"
        maxLength={100}
        defaultValue={typedIn(fields.givenName, known.givenName)}
        error={errorsOf(fields.givenName)}
      />
      <SelectField
        name={fields.locale.name}
        label={t(m.record_language)}
        options={[
          { value: "", label: t(m.record_not_said) },
          { value: "en", label: t(m.record_lang_en) },
          { value: "zh-CN", label: t(m.record_lang_zh) },
        ]}
        defaultValue={typedIn(fields.locale, known.locale)}
        error={errorsOf(fields.locale)}
      />
      <SelectField
        name={fields.timeZone.name}
        label={t(m.record_zone)}
        options={[
          { value: "", label: t(m.record_not_said) },
          ...zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
        ]}
        defaultValue={typedIn(fields.timeZone, known.timeZone)}
        error={errorsOf(fields.timeZone)}
      />
    </>
  );
}

interface OwnInputsProps {
  readonly fields: readonly Field[];
  readonly controls: Readonly<Record<string, Control>>;
  readonly errorsOf: ErrorsOf;
  readonly known?: Known;
}

/** The hall's own fields, in its order. */
export function OwnInputs({ fields, controls, errorsOf, known = {} }: OwnInputsProps) {
  const place = useFieldPlace();
  return fields.map((field) => {
    const control = controls[field.id];
    const value = known.values?.[field.id];
    const leads = field.type === "relation" && value !== undefined ? String(value) : null;
    const choices: Choice[] = leads ? [{ value: leads, label: known.related?.[leads] ?? leads }] : [];
    return (
      <FieldInput
        key={field.id}
        field={field}
        place={place}
        value={value}
        typed={control?.initialValue}
        error={control && errorsOf(control)}
        choices={choices}
      />
    );
  });
}

function typedIn({ initialValue }: Control, known: string | null | undefined): string {
  return typeof initialValue === "string" ? initialValue : (known ?? "");
}
