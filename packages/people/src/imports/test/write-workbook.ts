import { crc32, deflateRawSync } from "node:zlib";

/** A part of a zip file; packed bytes may be given as they are, to say something untrue of them. */
export interface Part {
  readonly content: string | Buffer;
  readonly claimedSize?: number;
  readonly flags?: number;
}

/** A zip file of parts, deflated. */
export function writeZip(parts: Readonly<Record<string, string | Part>>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const { content, claimedSize, flags = 0 }: Part = typeof part === "string" ? { content: part } : part;
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes);
    const path = Buffer.from(name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(flags, 2);
    header.writeUInt16LE(8, 4);
    header.writeUInt32LE(crc32(bytes), 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(claimedSize ?? bytes.length, 18);
    header.writeUInt16LE(path.length, 22);
    files.push(Buffer.from("PK\u0003\u0004"), header, path, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 0]), header, place, path);
    offset += 30 + path.length + packed.length;
  }
  const size = directory.reduce((sum, each) => sum + each.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, Buffer.from("PK\u0005\u0006"), end]);
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Sheet {
  readonly name: string;
  /** The XML within sheetData. */
  readonly rows: string;
  readonly state?: string;
}

/** A workbook from the XML of its rows, with what else it may have. */
export function writeWorkbook(
  sheets: string | readonly Sheet[],
  { strings = "", styles = "", properties = "" }: { strings?: string; styles?: string; properties?: string } = {},
): Buffer {
  return writeZip(workbookParts(sheets, { strings, styles, properties }));
}

export function workbookParts(
  sheets: string | readonly Sheet[],
  { strings = "", styles = "", properties = "" } = {},
): Record<string, string | Part> {
  const all = typeof sheets === "string" ? [{ name: "Sheet1", rows: sheets }] : sheets;
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const list = (inner: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`;
  const named = all.map((each, at) => ({ state: "visible", ...each, at }));
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": list(relation("r0", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr ${properties}/><sheets>${named
      .map(({ name, state, at }) => `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="r${at + 1}"/>`)
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": list(
      named.map(({ at }) => relation(`r${at + 1}`, "worksheet", `worksheets/sheet${at + 1}.xml`)).join("") +
        relation("s", "sharedStrings", "sharedStrings.xml") +
        relation("t", "styles", "/xl/styles.xml"),
    ),
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    ...Object.fromEntries(
      named.map(({ rows, at }) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  };
}

/** A row of cells with text inside. */
export function textRow(number: number, cells: readonly string[], attributes = ""): string {
  return `<row r="${number}" ${attributes}>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join("")}</row>`;
}
