import type { Row } from "../reading/table.ts";
import { parseCountry } from "../values/country.ts";
import { fullNameOf, splitTurnedName } from "../values/name.ts";
import type { ImportRow } from "./import-row.ts";
import { PersonDraft } from "./person-draft.ts";
import { takeCell } from "./take-cell.ts";
import type { Mapping } from "./target.ts";

/** What a row of the file says of a person, by the mapping. Cells that cannot be read are left out and told of. */
export function readPerson(row: Row, mapping: Mapping): ImportRow {
  if (row.cells.every((cell) => cell.trim() === "")) return { outcome: "empty", number: row.number };
  const draft = new PersonDraft();
  const skipped = takeNotes(row, draft);
  const country = countryOf(row, mapping);
  for (const column of mapping.columns) {
    const cell = row.cells[column.column] ?? "";
    if (column.target.to === "skip" || skipped.has(column.column) || cell.trim() === "") continue;
    const kind = row.kinds?.[column.column] ?? "text";
    if (kind === "error") draft.leaveOut(column.column, "imports.cell-error", cell);
    else takeCell(draft, { cell, kind, column, country, mapping });
  }
  return finish(row.number, draft);
}

/** Columns whose cells were damaged before they came here. */
function takeNotes(row: Row, draft: PersonDraft): ReadonlySet<number> {
  const skipped = new Set<number>();
  for (const { column, code } of row.notes ?? []) {
    const written = row.cells[column] ?? "";
    if (code === "imports.cell-unreadable") {
      skipped.add(column);
      draft.leaveOut(column, code, written);
    } else draft.doubt(column, code, written);
  }
  return skipped;
}

function countryOf({ cells }: Row, { countryColumn, defaultCountry }: Mapping): string | null {
  const written = countryColumn === null ? "" : (cells[countryColumn] ?? "");
  return parseCountry(written) ?? defaultCountry;
}

function finish(number: number, draft: PersonDraft): ImportRow {
  const { name, ...said } = draft.content();
  const turned = name.full === null || name.family !== null ? null : splitTurnedName(name.full);
  const familyName = turned?.family ?? name.family;
  const givenName = turned?.given ?? name.given;
  const fullName = turned ? fullNameOf(turned.family, turned.given) : (name.full ?? fullNameOf(familyName, givenName));
  const content = { number, ...said, fullName: fullName?.slice(0, 200) ?? null, familyName, givenName };
  return content.identities.length > 0
    ? { outcome: "person", ...content }
    : { outcome: "refused", code: "imports.no-identity", ...content };
}
