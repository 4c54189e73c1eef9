import { headerKey } from "./header-key.ts";
import type { RememberedColumn, RememberedMapping } from "./proposal.ts";
import type { Mapping } from "./target.ts";

/** What of a mapping is worth keeping for the next file with columns of the same names. */
export function rememberMapping(columns: readonly string[], mapping: Mapping): RememberedMapping {
  const remembered: Record<string, RememberedColumn> = {};
  for (const { column, target, dateOrder, decimalMark, currency } of mapping.columns) {
    const key = headerKey(columns[column] ?? "");
    if (key === "") continue;
    remembered[key] = {
      target,
      ...(dateOrder && { dateOrder }),
      ...(decimalMark && { decimalMark }),
      ...(currency && { currency }),
    };
  }
  return remembered;
}
