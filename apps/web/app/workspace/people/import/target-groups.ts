import { m } from "@guildhall/i18n/messages";
import { choiceOf, type FieldType, type Mapping, type PersonTarget } from "@guildhall/people/schemas";
import type { SelectOption } from "@guildhall/ui";
import type { Words } from "../../../shell/words.ts";
import { newFieldTypes, systemName, targetWords, typeWords } from "./import-words.ts";

export interface OwnField {
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
}

export interface TargetGroup {
  readonly label: string;
  readonly options: readonly SelectOption[];
}

interface Known {
  readonly mapping: Mapping;
  readonly fields: readonly OwnField[];
  readonly preset: string | null;
}

type Shown = Exclude<PersonTarget, "note" | "skip">;
const person = ["full-name", "family-name", "given-name", "language", "time-zone", "since"] as const satisfies Shown[];
const reach = ["email", "phone", "email-consent", "email-consent-ended", "sms-consent"] as const satisfies Shown[];
const work = ["company", "job-title", "stage", "owner", "tags"] as const satisfies Shown[];
const handles = ["wechat", "qq", "whatsapp", "telegram", "line"];

/** What a column can become, in groups; what one is now is always among them. */
export function targetGroups(words: Words, { mapping, fields, preset }: Known): TargetGroup[] {
  const { t } = words;
  const targets = mapping.columns.map(({ target }) => target);
  const providers = (to: "handle" | "external-id", more: readonly string[]) => [
    ...new Set([...more, ...targets.flatMap((target) => (target.to === to ? [target.provider] : []))]),
  ];
  const said = (list: readonly Shown[]) => list.map((to) => ({ value: to, label: t(targetWords[to]) }));
  const handle = (provider: string) => ({
    value: choiceOf({ to: "handle", provider }),
    label: t(m.imports_t_handle, { system: systemName(words, provider) }),
  });
  const outside = (provider: string) => ({
    value: choiceOf({ to: "external-id", provider }),
    label: t(m.imports_t_external, { system: systemName(words, provider) }),
  });
  const groups: TargetGroup[] = [
    { label: t(m.imports_group_person), options: said(person) },
    { label: t(m.imports_group_reach), options: [...said(reach), ...providers("handle", handles).map(handle)] },
    { label: t(m.imports_group_work), options: said(work) },
    {
      label: t(m.imports_group_fields),
      options: fields.map(({ id, name }) => ({ value: `field:${id}`, label: name })),
    },
    {
      label: t(m.imports_group_new),
      options: newFieldTypes.map((type) => ({
        value: `new-field:${type}`,
        label: t(m.imports_new_of_type, { type: t(typeWords[type]) }),
      })),
    },
    { label: t(m.imports_group_ids), options: providers("external-id", [preset ?? "file"]).map(outside) },
  ];
  return groups.filter(({ options }) => options.length > 0);
}

/** The type of what a column becomes, where it matters how its cells are written. */
export function typeOf(choice: string, fields: readonly OwnField[]): FieldType | null {
  const [to, rest = ""] = choice.split(/:(.*)/s);
  if (to === "new-field") return newFieldTypes.find((type) => type === rest) ?? null;
  if (to === "field") return fields.find(({ id }) => id === rest)?.type ?? null;
  return to === "since" || to === "email-consent" || to === "email-consent-ended" ? "date" : null;
}
