import { fieldOfColumn } from "@guildhall/core/grid";
import { m } from "@guildhall/i18n/messages";
import {
  type Field,
  fieldValueSchema,
  formatFieldValue,
  type MergeColumn,
  type MergeDifference,
  type MergePreview,
  stageSchema,
} from "@guildhall/people/schemas";
import type { Words } from "../../../shell/words.ts";
import { stageWords } from "../stage-words.ts";

interface Known {
  readonly preview: Pick<MergePreview, "names" | "kept" | "merged">;
  readonly fields: readonly Field[];
  readonly hall: { readonly timeZone: string };
}

const labels: Readonly<Record<MergeColumn, typeof m.merge_name>> = {
  name: m.merge_name,
  email: m.merge_email,
  phone: m.merge_phone,
  stage: m.merge_stage,
  owner: m.merge_owner,
  locale: m.merge_locale,
  timeZone: m.merge_timeZone,
  picture: m.merge_picture,
};

/** What two records differ in, in words. */
export function differenceIn(words: Words, difference: MergeDifference, known: Known) {
  const { column, kept, merged } = difference;
  const fieldId = fieldOfColumn(column);
  const field = known.fields.find(({ id }) => id === fieldId);
  const say = (value: unknown, name: string): string => {
    if (value === null || value === undefined) return words.t(m.merge_nothing);
    if (fieldId !== null) return field ? fieldText(words, field, value, known) : words.t(m.merge_field_gone);
    return columnText(words, column, String(value), { name, names: known.preview.names });
  };
  const label = fieldId !== null ? (field?.name ?? words.t(m.merge_field_gone)) : words.t(labelOf(column));
  return {
    label,
    keptText: say(kept, known.preview.kept.fullName),
    mergedText: say(merged, known.preview.merged.fullName),
  };
}

function labelOf(column: string) {
  return Object.entries(labels).find(([name]) => name === column)?.[1] ?? m.merge_name;
}

function fieldText({ locale }: Words, field: Field, value: unknown, { hall, preview }: Known): string {
  const parsed = fieldValueSchema(field).safeParse(value);
  if (!parsed.success) return String(value);
  const names = new Map(Object.entries(preview.names));
  return formatFieldValue(field, parsed.data, { locale, zone: hall.timeZone, names });
}

function columnText(
  { t }: Words,
  column: string,
  value: string,
  { name, names }: { name: string; names: Readonly<Record<string, string>> },
): string {
  const stage = column === "stage" ? stageSchema.safeParse(value) : null;
  if (stage?.success) return t(stageWords[stage.data]);
  if (column === "owner") return names[value] ?? value;
  if (column === "locale") return t(value === "en" ? m.record_lang_en : m.record_lang_zh);
  if (column === "timeZone") return value.replaceAll("_", " ");
  return column === "picture" ? t(m.merge_picture_of, { name }) : value;
}
