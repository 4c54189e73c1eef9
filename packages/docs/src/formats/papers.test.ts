import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { documentText } from "../editor/document-text.ts";
import { unpackArchive } from "../imports/unpack-archive.ts";
import { tinyPicture } from "../test/memory-store.ts";
import { writeDocx } from "./docx/write-docx.ts";
import { htmlPage } from "./html/html-page.ts";
import { writePdf } from "./pdf/write-pdf.ts";
import { everyPart, picture } from "./test/every-part.ts";
import { plainWriting } from "./test/plain-writing.ts";
import type { Chapter, Writing } from "./writing.ts";

const writing: Writing = {
  ...plainWriting,
  fileOf: (id) =>
    id === picture
      ? { name: "hall.png", href: "files/hall.png", picture: { bytes: tinyPicture, type: "png", width: 5, height: 5 } }
      : plainWriting.fileOf(id),
};
const chapters: readonly Chapter[] = [
  { id: "one", title: "秋季茶会 Autumn fair", depth: 0, json: everyPart },
  {
    id: "two",
    title: "二",
    depth: 1,
    json: { type: "doc", content: [{ type: "title", content: [{ type: "text", text: "二" }] }] },
  },
];
const letters = (text: string) => text.replace(/[\s\u200b]+/g, "");
const said = [
  "雨天改到礼堂",
  "日本語の仮名まじり文",
  "한국어",
  "繁體中文",
  "Привет",
  "布置会场，摆好桌椅和茶具",
  'const茶="龙井";',
  "@林乔",
  "散会前要定下来的事：warning。",
];

test("a PDF has its words as words, in every script, with an outline, links and numbered pages", async () => {
  const pdf = await getDocument({ data: await writePdf(chapters, writing), useSystemFonts: false }).promise;
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const page = await pdf.getPage(at + 1);
      const { items } = await page.getTextContent();
      return {
        text: items.map((item) => ("str" in item ? item.str : "")).join(""),
        links: await page.getAnnotations(),
      };
    }),
  );
  const text = letters(pages.map((page) => page.text).join(""));
  for (const words of said) expect(text).toContain(letters(words));
  expect(pages.at(-1)?.text).toContain(`${pdf.numPages} / ${pdf.numPages}`);
  const outline = await pdf.getOutline();
  expect(outline.map(({ title }) => title)).toEqual(["秋季茶会 Autumn fair"]);
  expect(outline[0]?.items.map(({ title }) => title)).toEqual(["准备 Preparations", "二"]);
  expect(pages.flatMap(({ links }) => links.map((link) => link.url))).toContain("https://tea.example/fair");
});

test("a DOCX is opened by a reader, with headings, lists, tables, links and an East Asian font", async () => {
  const bytes = Buffer.from(await writeDocx(chapters, writing));
  const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
  for (const words of said)
    expect(
      letters(
        html
          .replace(/<[^>]+>/g, "")
          .replace(/&quot;/g, '"')
          .replace(/&lt;/g, "<"),
      ),
    ).toContain(letters(words));
  expect(html).toMatch(/<h1>.*准备 Preparations<\/h1>/);
  expect(html).toMatch(/<li>茶叶<ul><li>龙井/);
  expect(html).toContain('href="https://tea.example/fair"');
  expect(html).toContain('rowspan="2"');
  const parts = new Map((await unpackArchive(bytes)).map(({ path, bytes: part }) => [path, part.toString()]));
  expect(parts.get("word/styles.xml")).toContain('w:eastAsia="Microsoft YaHei"');
  expect([...parts.keys()].some((path) => path.startsWith("word/media/"))).toBe(true);
});

test("a page needs nothing else and runs nothing", () => {
  const html = htmlPage(chapters, writing);
  expect(html).not.toMatch(/<script|\son\w+=|<link/i);
  expect(html).toContain("default-src 'none'");
  for (const line of documentText(everyPart).title.split(" ")) expect(html).toContain(line);
});
