import { tooLarge } from "@guildhall/core";
import type { Ctx, Database, Scope } from "@guildhall/db";
import type { FileStore } from "@guildhall/files";
import { type LiveRef, liveQuestionsIn } from "../editor/live-questions.ts";
import type { Writing } from "../formats/writing.ts";
import type { ExportFormat, TakenThing } from "./export-format.ts";
import { chapterOf, linesOf, openFiles } from "./gather.ts";
import type { Gathered, MadeFile } from "./gathered.ts";
import { makeFile } from "./make-file.ts";

export interface Taking {
  readonly database: Database;
  readonly scope: Scope;
  readonly store: FileStore;
  readonly thing: TakenThing;
  readonly format: ExportFormat;
  /** What the link that was followed carries. */
  readonly key?: string | null;
  readonly hall: string;
  readonly liveTexts: LiveTexts;
}

/** Says what live blocks show to the actor of this ctx, in words. */
export type LiveTexts = (ctx: Ctx, blocks: readonly LiveRef[]) => Promise<Writing["liveText"]>;

/** What is answered at once. An archive is written while it is sent; a page or a paper is laid out as a whole. */
const atOnce = {
  archive: { documents: 2_000, letters: 60_000_000, files: 5_000, bytes: 5_000_000_000 },
  whole: { documents: 200, letters: 1_500_000, files: 150, bytes: 200_000_000 },
} as const;

/** What whoever asks may see of it, as a file. Throws `docs.export-large` for more than can be answered at once. */
export async function takeDocument(taking: Taking): Promise<MadeFile> {
  const isArchive = "spaceId" in taking.thing || taking.format === "md";
  return makeFile(
    await gather(taking, atOnce[isArchive ? "archive" : "whole"]),
    taking.format,
    "spaceId" in taking.thing,
  );
}

type Limits = Readonly<Record<"documents" | "letters" | "files" | "bytes", number>>;

/** All of it as it is at one moment. */
function gather(
  { database, scope, store, thing, key = null, hall, liveTexts }: Taking,
  most: Limits,
): Promise<Gathered> {
  return database.withTenant(
    scope,
    async (ctx) => {
      const { title, lines } = await linesOf(ctx, thing, key);
      refuse(lines.length > most.documents);
      const chapters: Gathered["chapters"][number][] = [];
      let letters = 0;
      for (const line of lines) {
        const chapter = await chapterOf(ctx, line);
        letters += JSON.stringify(chapter.json).length;
        refuse(letters > most.letters);
        chapters.push({ ...chapter, parentId: line.parentId });
      }
      const files = await openFiles(ctx, store, chapters, key);
      const bytes = [...files.values()].reduce((sum, { size }) => sum + size, 0);
      refuse(files.size > most.files || bytes > most.bytes);
      const liveText = await liveTexts(
        ctx,
        chapters.flatMap(({ json }) => liveQuestionsIn(json)),
      );
      return { title, locale: ctx.locale, chapters, files, hall, liveText };
    },
    { readOnly: true },
  );
}

function refuse(isTooMuch: boolean): void {
  if (isTooMuch) throw tooLarge("docs.export-large");
}
