import { parseBoolean } from "../values/boolean.ts";
import { parseLine, parseText } from "../values/clean.ts";
import { parseDate, parseDateTime } from "../values/date-values.ts";
import { parseEmail } from "../values/email.ts";
import { parseList } from "../values/list.ts";
import { parseMoney } from "../values/money.ts";
import { parseNumber } from "../values/number.ts";
import type { Parsed } from "../values/parsed.ts";
import { parsePhone } from "../values/phone.ts";
import { parseUrl } from "../values/url.ts";
import type { FieldValue } from "./import-row.ts";
import type { Cell } from "./take-cell.ts";
import type { ImportFieldType } from "./target.ts";

/** A cell's text as a custom field of a type keeps it. */
export function parseField(type: ImportFieldType, cell: Cell): Parsed<FieldValue> {
  return readers[type](cell);
}

const readers: Readonly<Record<ImportFieldType, (cell: Cell) => Parsed<FieldValue>>> = {
  text: ({ cell }) => parseLine(cell, 1_000),
  "long-text": ({ cell }) => parseText(cell, 20_000),
  number: (cell) => parseNumber(cell.cell, markOf(cell)),
  money: (cell) => parseMoney(cell.cell, markOf(cell), cell.column.currency ?? cell.mapping.currency),
  date: ({ cell, column }) => parseDate(cell, column.dateOrder ?? null),
  "date-time": ({ cell, column, mapping }) => parseDateTime(cell, column.dateOrder ?? null, mapping.timeZone),
  boolean: ({ cell }) => parseBoolean(cell),
  select: ({ cell }) => parseLine(cell, 200),
  "multi-select": ({ cell }) => parseList(cell),
  url: ({ cell }) => parseUrl(cell),
  email: ({ cell }) => parseEmail(cell),
  phone: ({ cell, country }) => parsePhone(cell, country),
  relation: ({ cell }) => parseLine(cell, 320),
};

/** A workbook's numbers have a point, whatever the language that shows them. */
const markOf = ({ kind, column }: Cell) => (kind === "number" ? "." : (column.decimalMark ?? null));
