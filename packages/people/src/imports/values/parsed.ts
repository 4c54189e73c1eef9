import type { CellDoubtCode, CellProblemCode } from "../mapping/import-row.ts";

/** What became of a cell's text. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly doubt?: CellDoubtCode }
  | { readonly ok: false; readonly code: CellProblemCode };

export const parsed = <Value>(value: Value, doubt?: CellDoubtCode): Parsed<Value> =>
  doubt ? { ok: true, value, doubt } : { ok: true, value };

export const refused = (code: CellProblemCode): { readonly ok: false; readonly code: CellProblemCode } => ({
  ok: false,
  code,
});
