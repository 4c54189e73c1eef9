import { writeDocx } from "../formats/docx/write-docx.ts";
import { htmlPage } from "../formats/html/html-page.ts";
import { writeMarkdown } from "../formats/markdown/write-markdown.ts";
import { writePdf } from "../formats/pdf/write-pdf.ts";
import type { Chapter, TakenFile, Writing } from "../formats/writing.ts";
import { type ExportFormat, mediaTypes } from "./export-format.ts";
import { fileStem } from "./file-paths.ts";
import type { Gathered, MadeFile } from "./gathered.ts";
import { houseLinks } from "./house-links.ts";
import { printPicture } from "./print-picture.ts";
import { archiveOf } from "./write-archive.ts";
import { writingWords } from "./writing-words.ts";

/** A file of one document or of several: one file where the format can hold all of it, an archive where it cannot. */
export async function makeFile(gathered: Gathered, format: ExportFormat, asArchive: boolean): Promise<MadeFile> {
  const { title, locale, chapters, files } = gathered;
  const words = writingWords(locale);
  const stem = fileStem(title || words.untitled);
  const parts = format === "md" && (chapters.length > 1 || files.size > 0);
  if ((asArchive || parts) && (format === "md" || format === "html"))
    return { name: `${stem}.zip`, mediaType: mediaTypes.zip, content: archiveOf(gathered, format, words) };
  const writing: Writing = {
    locale,
    words,
    liveText: gathered.liveText,
    ...houseLinks(gathered.hall, (id) =>
      chapters.length > 1 && chapters.some((each) => each.id === id) ? placeIn(format, id) : undefined,
    ),
    fileOf: await carried(gathered, format),
  };
  const content = await written(format, chapters, writing);
  return { name: `${stem}.${format}`, mediaType: mediaTypes[format], content };
}

function written(
  format: ExportFormat,
  chapters: readonly Chapter[],
  writing: Writing,
): Promise<Uint8Array> | Uint8Array {
  if (format === "pdf") return writePdf(chapters, writing);
  if (format === "docx") return writeDocx(chapters, writing);
  const text = new TextEncoder();
  if (format === "html") return text.encode(htmlPage(chapters, writing));
  return text.encode(chapters.map(({ json }) => writeMarkdown(json, writing)).join("\n"));
}

/** How a document is found in a file of several. */
function placeIn(format: ExportFormat, id: string): string {
  return format === "docx" ? `#d${id.replaceAll("-", "")}` : `#d-${id}`;
}

/** Pictures go in with their bytes; files are found in the hall by whoever may. */
async function carried({ files, hall }: Gathered, format: ExportFormat): Promise<Writing["fileOf"]> {
  const taken = new Map<string, TakenFile>();
  for (const [id, file] of files) {
    const picture = await printPicture(file);
    const inline = picture && format === "html" ? dataAddress(picture) : null;
    taken.set(id, { name: file.name, href: inline ?? fileAddress(hall, id), picture });
  }
  return (id) => taken.get(id);
}

function dataAddress({ bytes, type }: NonNullable<TakenFile["picture"]>): string {
  return `data:image/${type === "jpg" ? "jpeg" : type};base64,${Buffer.from(bytes).toString("base64")}`;
}

/** Files of a portal's documents have no address that would hold without the link that led there. */
function fileAddress(hall: string, id: string): string | null {
  return hall.includes("/w/") ? `${hall}/files/${id}` : null;
}
