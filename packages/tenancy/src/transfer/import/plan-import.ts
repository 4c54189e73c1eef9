import { invalid } from "@guildhall/core";
import { referenceOrder, type Table } from "@guildhall/db/copy";
import type { TenantManifest } from "../format/tenant-manifest.ts";
import { accountTable } from "../format/tenant-tables.ts";

export interface PlannedTable {
  readonly table: Table;
  /** Columns that the export has; the others get their defaults. */
  readonly columns: readonly Table["columns"][number][];
  /** Those of them that wait until every row is there, since they may refer to any. */
  readonly late: readonly string[];
  /** Whether it has to wait until users are there. */
  readonly afterUsers: boolean;
}

/**
 * In which order and with which columns an export goes into these tables. One from a newer version, with something that
 * has no place here, is refused: `transfer.table-unknown`, `transfer.column-unknown`.
 */
export function planImport(manifest: Pick<TenantManifest, "tables">, tables: readonly Table[]): PlannedTable[] {
  for (const { name } of manifest.tables)
    if (!tables.some((table) => table.name === name)) throw invalid("transfer.table-unknown", {}, { table: name });
  const order = referenceOrder(tables);
  const afterUsers = behindUsers(tables);
  return order.tables.flatMap((table) => {
    const exported = manifest.tables.find(({ name }) => name === table.name);
    if (!exported) return [];
    const late = (order.late.get(table.key) ?? []).flatMap(({ name, nullable }) => {
      if (nullable.length === 0) throw new Error(`${table.key}: ${name} closes a circle and may not be null.`);
      return nullable;
    });
    const columns = exported.columns.map((name) => columnOf(table, name));
    return [
      {
        table,
        columns,
        late: late.filter((name) => exported.columns.includes(name)),
        afterUsers: afterUsers.has(table.key),
      },
    ];
  });
}

function columnOf(table: Table, name: string): Table["columns"][number] {
  const column = table.columns.find((each) => each.name === name);
  if (!column) throw invalid("transfer.column-unknown", {}, { table: table.name, column: name.slice(0, 100) });
  return column;
}

/** Tables that refer to users, and those that refer to such tables. */
function behindUsers(tables: readonly Table[]): ReadonlySet<string> {
  const behind = new Set<string>([accountTable]);
  for (let before = 0; before < behind.size; ) {
    before = behind.size;
    for (const { key, foreignKeys } of tables)
      if (foreignKeys.some(({ target }) => behind.has(target))) behind.add(key);
  }
  return behind;
}
