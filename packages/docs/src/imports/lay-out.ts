import { type Id, newId } from "@guildhall/core";
import type { BroughtFile } from "./unpack-archive.ts";

/** A document that is to come into being, and the file that says what stands in it; a folder alone is an empty one. */
export interface Sheet {
  readonly id: Id<"document">;
  readonly parentId: Id<"document"> | null;
  readonly name: string;
  readonly file: BroughtFile | null;
}

const isDocument = (path: string) => /\.(?:md|markdown|mdown|html?|xhtml)$/i.test(path);
const isIndex = (name: string) => /^(?:index|readme)$/i.test(name);

/**
 * The tree that files in folders are: a folder is the document of the same name beside it, or the one called index in it;
 * those above come first. A folder around all of it is none.
 */
export function layOut(brought: readonly BroughtFile[]): {
  readonly sheets: readonly Sheet[];
  readonly others: readonly BroughtFile[];
} {
  const files = withoutWrapper(brought).toSorted((one, other) => byName(one.path, other.path));
  const documents = files.filter(({ path }) => isDocument(path));
  const byFolder = new Map<string, Sheet>();
  const sheets: Sheet[] = [];
  const put = (sheet: Sheet) => {
    sheets.push(sheet);
    return sheet;
  };
  const folder = (path: string): Sheet | null => {
    if (path === "") return null;
    const known = byFolder.get(path);
    if (known) return known;
    const parent = folder(folderOf(path));
    const own = documents.find(
      (file) => stemOf(file.path) === path || (folderOf(file.path) === path && isIndex(nameOf(file.path))),
    );
    const sheet = put({
      id: newId<"document">(),
      parentId: parent?.id ?? null,
      name: titleOf(path),
      file: own ?? null,
    });
    byFolder.set(path, sheet);
    return sheet;
  };
  for (const file of documents) folder(folderOf(file.path));
  const used = new Set(sheets.map(({ file }) => file));
  for (const file of documents)
    if (!used.has(file))
      put({
        id: newId<"document">(),
        parentId: folder(folderOf(file.path))?.id ?? null,
        name: titleOf(stemOf(file.path)),
        file,
      });
  return { sheets: fromTheTop(sheets), others: files.filter(({ path }) => !isDocument(path)) };
}

/** As people sort: "2 Stalls" before "10 Stalls". */
const collator = new Intl.Collator("en", { numeric: true });
const byName = (one: string, other: string) => collator.compare(one, other);

function withoutWrapper(files: readonly BroughtFile[]): readonly BroughtFile[] {
  const [first] = files;
  const top = first?.path.includes("/") ? first.path.slice(0, first.path.indexOf("/") + 1) : "";
  if (top === "" || !files.every(({ path }) => path.startsWith(top))) return files;
  return withoutWrapper(files.map((file) => ({ ...file, path: file.path.slice(top.length) })));
}

/** By name among siblings, and each after the one that it stands below. */
function fromTheTop(sheets: readonly Sheet[]): Sheet[] {
  const below = Map.groupBy(sheets, ({ parentId }) => parentId);
  const from = (parentId: Id<"document"> | null): Sheet[] =>
    (below.get(parentId) ?? [])
      .toSorted((one, other) => byName(one.name, other.name))
      .flatMap((sheet) => [sheet, ...from(sheet.id)]);
  return from(null);
}

export const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const stemOf = (path: string) => path.replace(/\.[a-z]+$/i, "");
const nameOf = (path: string) => stemOf(path.slice(path.lastIndexOf("/") + 1));

/** The last part of a path, without the id that some tools write behind it. */
function titleOf(path: string): string {
  return path
    .slice(path.lastIndexOf("/") + 1)
    .replace(/[ -][0-9a-f]{32}$/i, "")
    .trim();
}
