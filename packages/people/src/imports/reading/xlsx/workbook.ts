import { posix } from "node:path";
import { refuseFile } from "../refuse-file.ts";
import type { Sheet } from "../table.ts";
import type { PackageFile } from "./package-file.ts";
import { readWholeXml } from "./read-xml.ts";

/** What a workbook says of itself: its sheets in order, and where its other parts lie. */
export interface Workbook {
  readonly sheets: readonly (Sheet & { readonly part: string })[];
  readonly dates1904: boolean;
  readonly stylesPart: string | null;
  readonly stringsPart: string | null;
}

export async function readWorkbook(file: PackageFile): Promise<Workbook> {
  const root = await readRelations(file, "_rels/.rels", "");
  const part = root.find(({ type }) => type.endsWith("/officeDocument"))?.target ?? "xl/workbook.xml";
  if (!file.has(part)) throw refuseFile("imports.not-a-workbook");
  const relations = await readRelations(file, relationsOf(part), posix.dirname(part));
  const byType = (type: string) =>
    relations.find((each) => each.type.endsWith(`/${type}`) && file.has(each.target))?.target ?? null;
  const sheets: (Sheet & { part: string })[] = [];
  let dates1904 = false;
  await readWholeXml(file.read(part), {
    open(name, attributes) {
      const { date1904, state = "visible", name: title = "" } = attributes;
      if (name === "workbookPr") dates1904 = isTrue(date1904);
      if (name !== "sheet") return;
      const relation = relations.find(({ id }) => id === idOf(attributes));
      // A chart has a sheet of its own, which holds no cells.
      if (!relation?.type.endsWith("/worksheet") || !file.has(relation.target)) return;
      sheets.push({ name: title, hidden: state !== "visible", part: relation.target });
    },
  });
  if (sheets.length === 0) throw refuseFile("imports.not-a-workbook");
  return { sheets, dates1904, stylesPart: byType("styles"), stringsPart: byType("sharedStrings") };
}

const isTrue = (value: string | undefined) => value === "1" || value === "true";

/** The id of a relation is in a namespace, whose prefix anybody may choose. */
function idOf(attributes: Readonly<Record<string, string>>): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1];
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

async function readRelations(file: PackageFile, part: string, folder: string): Promise<Relation[]> {
  const relations: Relation[] = [];
  if (!file.has(part)) return relations;
  await readWholeXml(file.read(part), {
    open(name, { Id: id = "", Type: type = "", Target: target = "" }) {
      if (name !== "Relationship") return;
      relations.push({ id, type, target: target.startsWith("/") ? target.slice(1) : posix.join(folder, target) });
    },
  });
  return relations;
}

function relationsOf(part: string): string {
  return posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);
}
