import { tidyFileName } from "@guildhall/files/schemas";

interface Placed {
  readonly id: string;
  readonly parentId: string | null;
  readonly title: string;
}

/** What no file system of those who unpack it would take in a name. */
const refused = /[<>:"/\\|?*]/g;
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A place for each document: a file beside a folder of the same name that holds what stands below it. */
export function documentPaths(
  documents: readonly Placed[],
  ending: string,
  untitled: string,
): ReadonlyMap<string, string> {
  const taken = new Names();
  const folders = new Map<string, string>();
  const paths = new Map<string, string>();
  for (const { id, parentId, title } of documents) {
    const folder = (parentId && folders.get(parentId)) || "";
    const name = taken.free(folder, fileStem(title || untitled), ending);
    folders.set(id, `${folder}${name}/`);
    paths.set(id, `${folder}${name}${ending}`);
  }
  return paths;
}

/** A place for each file, all in one folder. */
export function filePaths(files: Iterable<readonly [string, { readonly name: string }]>): ReadonlyMap<string, string> {
  const taken = new Names();
  return new Map(
    [...files].map(([id, { name }]) => {
      const tidy = tidyFileName(name).replace(refused, "_");
      const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(tidy)?.[0] ?? "";
      return [
        id,
        `files/${taken.free("files/", fileStem(tidy.slice(0, tidy.length - ending.length) || "file"), ending)}${ending}`,
      ];
    }),
  );
}

/** The name of a document as the name of a file, without its ending. */
export function fileStem(title: string): string {
  const stem = [...tidyFileName(title.replace(refused, " "))]
    .slice(0, 80)
    .join("")
    .trim()
    .replace(/[. ]+$/, "");
  return reserved.test(stem) || stem === "" ? `${stem}_` : stem;
}

/** The way from one file to another, as an address. */
export function wayBetween(from: string, to: string): string {
  const [here, there] = [from.split("/").slice(0, -1), to.split("/")];
  let same = 0;
  while (same < here.length && here[same] === there[same]) same += 1;
  return [...here.slice(same).map(() => ".."), ...there.slice(same).map((part) => encodeURIComponent(part))].join("/");
}

/** Names that were given, as file systems tell them apart that do not tell capitals from small letters. */
class Names {
  readonly #taken = new Set<string>();

  free(folder: string, stem: string, ending: string): string {
    for (let nth = 1; ; nth++) {
      const name = nth === 1 ? stem : `${stem} ${nth}`;
      const key = `${folder}${name}${ending}`.normalize("NFC").toLowerCase();
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      return name;
    }
  }
}
