import { conflict, invalid } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { listFields } from "../../../fields/field.queries.ts";
import type { Field } from "../../../fields/field.ts";
import { mostFields } from "../../../fields/field-input.ts";
import { type ColumnMapping, isSingle, mappingSchema, targetSchema } from "../../mapping/target.ts";
import { sameField } from "./make-fields.ts";
import { choiceOf, mapColumnsInput, matchingInput } from "./mapping-form.ts";
import { moveRun } from "./move-run.ts";
import { listPersonFields } from "./person-fields.ts";
import { findRun } from "./run.queries.ts";

/** Keeps where the columns go. Two columns that can only be one thing are said beside the second. */
export async function mapColumns(ctx: Ctx, input: unknown): Promise<void> {
  const { runId, columns, defaultCountry } = mapColumnsInput.parse(input);
  const run = await findRun(ctx, runId, { lock: true });
  if (!run.mapping || !run.layout) throw conflict("imports.not-now", { state: run.state });
  const fields = await listFields(ctx, "person", { archived: true });
  const types = new Map((await listPersonFields(ctx)).map((field) => [field.id as string, field.type]));
  const old = new Map(run.mapping.columns.map((column) => [column.column, column]));
  const mapped = columns.slice(0, run.layout.columns.length).map(({ target, name, ...format }, column) => {
    const kept = old.get(column);
    const read = readChoice(target, name ?? run.layout?.columns[column] ?? "", types);
    if (!read) throw invalid("imports.target-unknown", { [`columns[${column}].target`]: "imports.target-unknown" });
    return { ...(kept?.currency && { currency: kept.currency }), ...definedOf(format), column, target: read };
  });
  refuseDoubles(mapped);
  requireIdentity(mapped);
  requireRoom(mapped, fields);
  const mapping = mappingSchema.parse({ ...run.mapping, columns: mapped, defaultCountry: defaultCountry ?? null });
  await moveRun(ctx, runId, "change", { mapping: JSON.stringify(mapping), preview: null });
}

/** Keeps what happens to people who are there already. */
export async function setMatching(ctx: Ctx, input: unknown): Promise<void> {
  const { runId, mode } = matchingInput.parse(input);
  await findRun(ctx, runId);
  await moveRun(ctx, runId, "change", { mode, preview: null });
}

function readChoice(choice: string, name: string, types: ReadonlyMap<string, string>): ColumnMapping["target"] | null {
  const [to = "", rest = ""] = choice.split(/:(.*)/s);
  const said =
    to === "field"
      ? { to, fieldId: rest, type: types.get(rest) }
      : to === "new-field"
        ? { to, name: name.slice(0, 80), type: rest }
        : { to, provider: rest };
  const read = targetSchema.safeParse(said);
  return read.success ? read.data : null;
}

function definedOf(format: { dateOrder?: unknown; decimalMark?: unknown; currency?: unknown }) {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined));
}

function refuseDoubles(columns: readonly Pick<ColumnMapping, "column" | "target">[]): void {
  const taken = new Set<string>();
  for (const { column, target } of columns) {
    if (!isSingle(target)) continue;
    const place = choiceOf(target);
    if (taken.has(place))
      throw invalid("imports.target-twice", { [`columns[${column}].target`]: "imports.target-twice" });
    taken.add(place);
  }
}

/** A hall has so many fields and no more: said beside the first column for which there is no room. */
function requireRoom(columns: readonly Pick<ColumnMapping, "column" | "target">[], fields: readonly Field[]): void {
  const known: Pick<Field, "name" | "type" | "archived">[] = [...fields];
  for (const { column, target } of columns) {
    if (target.to !== "new-field" || sameField(known, target)) continue;
    if (known.length >= mostFields) throw invalid(fieldsMany, { [`columns[${column}].target`]: fieldsMany });
    known.push({ ...target, archived: false });
  }
}

const fieldsMany = `people.fields-many?most=${mostFields}`;

function requireIdentity(columns: readonly Pick<ColumnMapping, "target">[]): void {
  const recognises = ({ target }: Pick<ColumnMapping, "target">) =>
    target.to === "email" || target.to === "phone" || target.to === "handle";
  if (!columns.some(recognises)) throw invalid("imports.nothing-recognises");
}
