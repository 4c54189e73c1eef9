import { createHash } from "node:crypto";
import { type Id, invalid, newId, tooLarge } from "@guildhall/core";
import type { DocumentNode } from "../editor/document-node.ts";
import { type Cut, fitNodes } from "../editor/limits.ts";
import { idOf } from "../editor/safe-address.ts";
import { readHtml } from "../formats/html/read-html.ts";
import type { Places } from "../formats/html/reading.ts";
import { readMarkdown } from "../formats/markdown/read-markdown.ts";
import { textOfFile } from "./file-text.ts";
import { importLimits } from "./import-limits.ts";
import { folderOf, layOut, type Sheet } from "./lay-out.ts";
import type { BroughtFile } from "./unpack-archive.ts";

/** A document as it is to stand in the hall. Pictures and files in it have the ids of `kept`, until they have their own. */
export interface ReadSheet extends Sheet {
  readonly json: DocumentNode;
  readonly cuts: readonly Cut[];
}

interface KeptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The first document that shows it. */
  readonly documentId: Id<"document">;
}

export interface ReadImport {
  readonly sheets: readonly ReadSheet[];
  readonly kept: ReadonlyMap<string, KeptFile>;
}

/** What files say, without a database: documents, what they show, and how they are linked. */
export function readSheets(brought: readonly BroughtFile[], hall: string): ReadImport {
  const { sheets, others } = layOut(brought);
  if (sheets.every(({ file }) => file === null)) throw invalid("docs.import-nothing", { files: "docs.import-nothing" });
  if (sheets.length > importLimits.documents) throw tooLarge("docs.import-too-many", { most: importLimits.documents });
  const found = new Found(sheets, others, hall);
  const read = sheets.map((sheet): ReadSheet => {
    if (!sheet.file) return { ...sheet, json: titledOnly(sheet.name), cuts: [] };
    const text = textOfFile(sheet.file.bytes);
    if (text.length > importLimits.letters)
      throw tooLarge("docs.import-file-long", { name: sheet.file.path.slice(0, 120) });
    const places = found.placesFrom(sheet, sheet.file);
    const json = /\.(?:md|markdown|mdown)$/i.test(sheet.file.path)
      ? readMarkdown(text, sheet.name, places)
      : readHtml(text, sheet.name, places);
    const { nodes, cuts } = fitNodes((json.content ?? []).map((node) => found.withFiles(node, sheet)));
    return { ...sheet, json: { ...json, content: nodes }, cuts };
  });
  return { sheets: read, kept: found.kept };
}

function titledOnly(name: string): DocumentNode {
  return {
    type: "doc",
    content: [
      { type: "title", ...(name && { content: [{ type: "text", text: name.slice(0, 300) }] }) },
      { type: "paragraph" },
    ],
  };
}

const address = "guildhall-file:";

class Found {
  readonly kept = new Map<string, KeptFile>();
  readonly #ids = new Map<string, string>();
  readonly #documents: ReadonlyMap<string, Sheet>;
  readonly #files: ReadonlyMap<string, BroughtFile>;
  readonly #hall: URL;

  constructor(sheets: readonly Sheet[], others: readonly BroughtFile[], hall: string) {
    this.#documents = new Map(sheets.flatMap((sheet) => (sheet.file ? [[sheet.file.path.toLowerCase(), sheet]] : [])));
    this.#files = new Map(others.map((file) => [file.path.toLowerCase(), file]));
    this.#hall = new URL(hall);
  }

  placesFrom(sheet: Sheet, file: BroughtFile): Places {
    const resolve = (href: string) => resolved(folderOf(file.path), href);
    return {
      pictureAt: (src) => {
        const data = /^data:image\/(png|jpe?g|webp|gif|avif);base64,/i.exec(src);
        if (data)
          return this.#keep(sheet, {
            path: `picture.${data[1]}`,
            bytes: Buffer.from(src.slice(data[0].length), "base64"),
          });
        const beside = this.#files.get(resolve(src) ?? "");
        return beside ? this.#keep(sheet, beside) : null;
      },
      mentionAt: (href) => {
        const target = this.#documents.get(resolve(href) ?? "");
        return target ? { kind: "document", id: target.id } : this.#inHall(href);
      },
      linkAt: (href) => {
        const beside = this.#files.get(resolve(href) ?? "");
        const found = beside && this.#keep(sheet, beside);
        return found ? `${this.#hall.href.replace(/\/$/, "")}/files/${address}${found.fileId}` : null;
      },
    };
  }

  /** A line that is nothing but a link to a file that came along is that file. */
  withFiles(node: DocumentNode, sheet: Sheet): DocumentNode {
    const [only, ...others] = node.content ?? [];
    const href = only?.marks?.find(({ type }) => type === "link")?.attrs?.href;
    const id = typeof href === "string" ? href.split(address)[1] : undefined;
    const file = id === undefined ? undefined : this.kept.get(id);
    if (node.type === "paragraph" && others.length === 0 && file)
      return { type: "file", attrs: { fileId: id, name: file.name, size: file.bytes.length } };
    return node.content ? { ...node, content: node.content.map((child) => this.withFiles(child, sheet)) } : node;
  }

  #keep(
    { id: documentId }: Sheet,
    { path, bytes }: BroughtFile,
  ): { readonly fileId: string; readonly name: string } | null {
    if (bytes.length === 0 || bytes.length > importLimits.file) return null;
    const key = createHash("sha256").update(bytes).digest("hex");
    const name = path.slice(path.lastIndexOf("/") + 1);
    const known = this.#ids.get(key);
    if (known) return { fileId: known, name };
    if (this.kept.size >= importLimits.files) return null;
    const fileId = newId<"file">();
    this.#ids.set(key, fileId);
    this.kept.set(fileId, { name, bytes, documentId });
    return { fileId, name };
  }

  /** A page of this hall, as it was written when something was taken along. */
  #inHall(href: string): { readonly kind: "person" | "company" | "document"; readonly id: string } | null {
    if (!/^(?:https?:\/\/|\/)/i.test(href)) return null;
    const { origin, pathname } = safeUrl(href, this.#hall) ?? {};
    if (origin !== this.#hall.origin) return null;
    const [, slug, place, id] =
      /^\/[wc]\/([^/]+)\/(people|companies|docs)\/([0-9a-f-]{36})$/i.exec(pathname ?? "") ?? [];
    const known = idOf(id);
    if (slug !== this.#hall.pathname.split("/")[2] || !known) return null;
    return { kind: place === "people" ? "person" : place === "companies" ? "company" : "document", id: known };
  }
}

function safeUrl(href: string, base: URL): URL | null {
  return URL.canParse(href, base) ? new URL(href, base) : null;
}

/** Where an address that stands in a file leads among the other files; null where it leads out of them. */
function resolved(folder: string, href: string): string | null {
  const [path = ""] = href.split(/[?#]/);
  if (path === "" || /^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(path)) return null;
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of decoded(path).split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join("/").normalize("NFC").toLowerCase();
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
