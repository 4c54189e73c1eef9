import { fieldColumn } from "@guildhall/core/grid";
import { z } from "zod";
import type { Pair, PersonRow } from "./lock-pair.ts";
import type { MergeChoice, MergeColumn, MergeDifference } from "./merge.ts";
import { mergeColumns } from "./merge.ts";

type Choices = Readonly<Record<string, MergeChoice>>;

/** The columns of the table behind each choice, the first of them the one that people see. */
const behind = {
  name: ["full_name", "family_name", "given_name", "sort_name"],
  email: ["email"],
  phone: ["phone"],
  stage: ["stage"],
  owner: ["owner_person_id"],
  locale: ["locale"],
  timeZone: ["time_zone"],
  picture: ["avatar_file_id"],
} as const satisfies Record<MergeColumn, readonly (keyof PersonRow)[]>;

/** Derived from what both are known by: of these the one to use is chosen, and none of them is lost. */
export const reaches = ["email", "phone"] as const;
const isReach = (column: string): boolean => reaches.some((reach) => reach === column);

/** What the two records have that differs, and what is taken: as chosen, otherwise the kept record's unless it is empty. */
export function differencesOf({ kept, merged }: Pair, choices: Choices = {}): MergeDifference[] {
  const own = mergeColumns.map((column) => ({
    column: column as string,
    ...valuesOf(kept, merged, behind[column][0]),
  }));
  const [keptFields, mergedFields] = [fieldsOf(kept), fieldsOf(merged)];
  const fields = [...new Set([...Object.keys(keptFields), ...Object.keys(mergedFields)])].sort().map((id) => ({
    column: fieldColumn(id),
    kept: keptFields[id] ?? null,
    merged: mergedFields[id] ?? null,
  }));
  return [...own, ...fields]
    .filter(({ column, kept }) => kept !== null || !isReach(column))
    .filter((each) => each.merged !== null && JSON.stringify(each.kept) !== JSON.stringify(each.merged))
    .map((each) => ({ ...each, takes: choices[each.column] ?? (each.kept === null ? "merged" : "kept") }));
}

/** The columns of the kept record that change, with what they become. */
export function joinedColumns(pair: Pair, choices: Choices): Partial<PersonRow> {
  const { kept, merged } = pair;
  const taken = new Set(
    differencesOf(pair, choices)
      .filter(({ takes }) => takes === "merged")
      .map(({ column }) => column),
  );
  const columns = mergeColumns
    .filter((column) => taken.has(column) && !isReach(column))
    .flatMap((column) => [...behind[column]]);
  const [keptFields, mergedFields] = [fieldsOf(kept), fieldsOf(merged)];
  const fields = Object.fromEntries(Object.entries(mergedFields).filter(([id]) => taken.has(fieldColumn(id))));
  const tags = merged.tag_ids.filter((tag) => !kept.tag_ids.includes(tag));
  return {
    ...Object.fromEntries(columns.map((column) => [column, merged[column]])),
    ...(Object.keys(fields).length > 0 && { fields: { ...keptFields, ...fields } }),
    ...(tags.length > 0 && { tag_ids: [...kept.tag_ids, ...tags] }),
    // Known since the earlier of the two; who was shown out stays so.
    ...(merged.created_at < kept.created_at && { created_at: merged.created_at }),
    ...(merged.shown_out_at && !kept.shown_out_at && { shown_out_at: merged.shown_out_at }),
  };
}

function valuesOf(kept: PersonRow, merged: PersonRow, column: keyof PersonRow) {
  return { kept: kept[column] as unknown, merged: merged[column] as unknown };
}

const fieldValues = z.record(z.string(), z.json());

function fieldsOf({ fields }: PersonRow): z.output<typeof fieldValues> {
  return fieldValues.parse(fields);
}
