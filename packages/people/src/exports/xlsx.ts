import { Readable } from "node:stream";
import yazl from "yazl";
import type { Cell } from "./cell.ts";

/** All that a sheet can hold; what is more goes onto the next. */
const rowsOfSheet = 1_048_576;

/**
 * A workbook, read out as it is written: each row is compressed and gone before the next one comes. Text is text
 * ("inlineStr"), so that nothing in it is ever a formula; numbers, days and instants are what spreadsheets calculate with.
 */
export function xlsxOf(
  title: string,
  heading: readonly string[],
  lines: AsyncIterable<readonly (readonly Cell[])[]>,
  mostRows = rowsOfSheet,
): Readable {
  const zip = new yazl.ZipFile();
  const source = lines[Symbol.asyncIterator]();
  const left: { rows: readonly (readonly Cell[])[]; over: boolean } = { rows: [], over: false };
  const output = zip.outputStream as Readable;
  const fail = (error: Error) => output.destroy(error);

  const addSheet = (number: number): void => {
    const content = Readable.from(sheetXml(heading, source, left, mostRows - 1), { highWaterMark: 1 });
    content.on("error", fail);
    content.on("end", () => {
      if (!left.over || left.rows.length > 0) return addSheet(number + 1);
      for (const [name, text] of frame(title, number)) zip.addBuffer(Buffer.from(text), name);
      zip.end();
    });
    zip.addReadStream(content, `xl/worksheets/sheet${number}.xml`);
  };
  addSheet(1);
  return output;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const pack = "http://schemas.openxmlformats.org/package/2006";

async function* sheetXml(
  heading: readonly string[],
  source: AsyncIterator<readonly (readonly Cell[])[]>,
  left: { rows: readonly (readonly Cell[])[]; over: boolean },
  most: number,
): AsyncGenerator<string> {
  yield `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield rowXml(heading.map((text) => ({ is: "text", text })));
  for (let room = most; room > 0; ) {
    if (left.rows.length === 0) {
      const next = await source.next();
      if (next.done) {
        left.over = true;
        break;
      }
      left.rows = next.value;
    }
    const fitting = left.rows.slice(0, room);
    left.rows = left.rows.slice(room);
    room -= fitting.length;
    yield fitting.map(rowXml).join("");
  }
  if (!left.over && left.rows.length === 0) {
    const next = await source.next(); // whether another sheet is needed
    if (next.done) left.over = true;
    else left.rows = next.value;
  }
  yield "</sheetData></worksheet>";
}

const rowXml = (cells: readonly Cell[]) => `<row>${cells.map(cellXml).join("")}</row>`;

/** Styles by their place in styles.xml: 1 a day, 2 an instant, 3 a number with two decimals. */
function cellXml(cell: Cell): string {
  if (cell === null) return "<c/>";
  switch (cell.is) {
    case "text":
      return `<c t="inlineStr"><is><t xml:space="preserve">${escaped(cell.text)}</t></is></c>`;
    case "number":
      return Number.isFinite(cell.number)
        ? `<c${cell.decimals === 2 ? ' s="3"' : ""}><v>${cell.number}</v></c>`
        : "<c/>";
    case "flag":
      return `<c t="b"><v>${cell.flag ? 1 : 0}</v></c>`;
    case "day":
      return serialCell(`${cell.day}T00:00:00`, 1, cell.day);
    case "instant":
      return serialCell(cell.wall, 2, cell.wall.replace("T", " "));
  }
}

const epoch = Date.UTC(1899, 11, 30);

/** Days since the spreadsheets' own beginning; before March 1900 they count wrongly, so there it is text. */
function serialCell(wall: string, style: number, text: string): string {
  const days = (Date.parse(`${wall}Z`) - epoch) / 86_400_000;
  return days > 60 ? `<c s="${style}"><v>${days}</v></c>` : cellXml({ is: "text", text });
}

const longestText = 32_767;

// XML cannot hold control characters or halves of characters, whatever they are written as.
const unwritable = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

function escaped(text: string): string {
  const writable = text.length > longestText ? text.slice(0, longestText) : text;
  if (!/[&<>\p{Cc}\p{Cs}\ufffe\uffff_]/u.test(writable)) return writable;
  return writable
    .toWellFormed()
    .replaceAll(unwritable, "")
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") // or spreadsheets take it for a character's number
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** Everything of a workbook but its sheets. */
function frame(title: string, sheets: number): [string, string][] {
  const each = Array.from({ length: sheets }, (_, place) => place + 1);
  const name = escaped(title.replaceAll(/[\\/?*[\]:']/g, " ").slice(0, 25)).replaceAll('"', "&quot;");
  const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return [
    [
      "[Content_Types].xml",
      `${head}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/>${each.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${sheetType}.worksheet+xml"/>`).join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${head}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each.map((n) => `<sheet name="${name}${n > 1 ? ` ${n}` : ""}" sheetId="${n}" r:id="rId${n}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${head}<Relationships xmlns="${pack}/relationships">${each.map((n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`).join("")}<Relationship Id="rId${sheets + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `${head}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${[0, 164, 165, 2].map((format) => `<xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0"${format ? ' applyNumberFormat="1"' : ""}/>`).join("")}</cellXfs></styleSheet>`,
    ],
  ];
}
