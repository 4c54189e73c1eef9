import { PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { htmlPage } from "../formats/html/html-page.ts";
import { writeMarkdown } from "../formats/markdown/write-markdown.ts";
import type { Writing, WritingWords } from "../formats/writing.ts";
import { documentPaths, filePaths, wayBetween } from "./file-paths.ts";
import type { Gathered } from "./gathered.ts";
import { houseLinks } from "./house-links.ts";

/** Documents as files in folders, with their pictures and files beside them and the ways between them. Streams. */
export async function* archiveOf(
  { chapters, files, locale, liveText, hall }: Gathered,
  format: "md" | "html",
  words: WritingWords,
): AsyncGenerator<Uint8Array> {
  const paths = documentPaths(chapters, `.${format}`, words.untitled);
  const kept = filePaths(files);
  const zip = new ZipFile();
  const add = async () => {
    for (const chapter of chapters) {
      const here = paths.get(chapter.id) ?? "";
      const placeOf = (id: string) => wayTo(here, paths.get(id));
      const writing: Writing = {
        locale,
        words,
        liveText,
        ...houseLinks(hall, placeOf),
        fileOf: (id) => {
          const [file, path] = [files.get(id), kept.get(id)];
          return file && path ? { name: file.name, href: wayBetween(here, path) } : undefined;
        },
      };
      const text = format === "html" ? htmlPage([chapter], writing) : writeMarkdown(chapter.json, writing);
      zip.addBuffer(Buffer.from(text), here);
    }
    for (const [id, path] of kept) {
      const file = files.get(id);
      if (!file) continue;
      await addStream(zip, await file.read(), path);
    }
    zip.end();
  };
  const out = new PassThrough();
  zip.outputStream.pipe(out);
  const failed = add().catch((error: unknown) => {
    out.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  yield* Readable.from(out);
  await failed;
}

/** One file after the other, so that no more than one is open. */
function addStream(zip: ZipFile, stream: Readable, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.once("error", reject);
    stream.once("close", resolve);
    zip.addReadStream(stream, path, {
      compress: !/\.(?:png|jpe?g|webp|gif|avif|zip|pdf|docx|xlsx|mp4|mp3)$/i.test(path),
    });
  });
}

function wayTo(here: string, there: string | undefined): string | undefined {
  return there === undefined ? undefined : wayBetween(here, there);
}
