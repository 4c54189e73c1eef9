import { expect, test } from "vitest";
import { categoryOf, servedType } from "../media-type.ts";
import { type PictureFormat, pictureOf } from "../test/pictures.ts";
import { seeded, seededBytes } from "../test/seeded.ts";
import { typeByContent } from "./type-by-content.ts";

const typed = (content: string | Uint8Array, name = "upload", complete = true) =>
  typeByContent(Buffer.from(content as Uint8Array), { name, complete });

test.each<PictureFormat>(["jpeg", "png", "webp", "gif", "avif"])(
  "a %s is one, whatever it is called",
  async (format) => {
    expect(await typed(await pictureOf(format), "page.html")).toBe(`image/${format}`);
  },
);

test.each([
  ["HTML called a picture", "photo.png", "<!DOCTYPE html><script>alert(1)</script>", "text/html"],
  ["HTML behind a mark and blanks", "a.txt", "\uFEFF \n\t<ScRiPt>alert(1)</ScRiPt>", "text/html"],
  ["HTML behind a comment", "a.txt", "<!-- hello --><body onload=alert(1)>", "text/html"],
  [
    "SVG with script",
    "logo.svg",
    '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "image/svg+xml",
  ],
  ["SVG that begins as XML", "logo.png", '<?xml version="1.0"?><!-- x --><svg onload="alert(1)"/>', "image/svg+xml"],
  [
    "XHTML",
    "a.png",
    '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script/></html>',
    "application/xhtml+xml",
  ],
  ["XML with a style sheet", "a.csv", '<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?><a/>', "application/xml"],
])("%s is served as bytes to be saved", async (_, name, content, type) => {
  expect(await typed(content, name)).toBe(type);
  expect(categoryOf(type)).toBe("other");
  expect(servedType(type)).toBe("application/octet-stream");
});

test("HTML in UTF-16 is HTML too", async () => {
  expect(await typed(Buffer.from("\uFEFF<html><script>alert(1)</script>", "utf16le"), "a.csv")).toBe("text/html");
});

test("a GIF's first letters before HTML make a GIF, which decoding will refuse", async () => {
  expect(await typed("GIF89a/*<html><script>*/=1;alert(1)//</script>", "a.gif")).toBe("image/gif");
});

test.each([
  ["text in UTF-8", "说明", "远山户外，周六见。\n带水。", "text/plain"],
  ["a table by its shape", "upload", "姓名,电话\n陈雨泽,13800000000\n", "text/csv"],
  ["a table by its name", "名单.csv", "姓名\n陈雨泽", "text/csv"],
  ["tabs", "a.tsv", "a\tb\n", "text/tab-separated-values"],
  ["Markdown", "README.md", "# 会馆\n\n*hello*", "text/markdown"],
  ["JSON", "upload", '{"name":"陈雨泽"}', "application/json"],
  ["what only looks like JSON", "upload", "{hello} there", "text/plain"],
  ["a script, which is text to be saved", "run.js", "alert(document.cookie)", "text/plain"],
  ["a text that begins like a program", "a.csv", "MZ,BM\n1,2\n", "text/csv"],
  ["a text that begins like a bitmap", "a.txt", "BMW club, Munich", "text/plain"],
])("%s", async (_, name, content, type) => {
  expect(await typed(content, name)).toBe(type);
});

test("a spreadsheet's export in GBK, Windows-1252 or UTF-16 is text", async () => {
  const gbk = Buffer.from([
    0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xb3, 0xc2, 0xd3, 0xea, 0x2c, 0x31, 0x0a,
  ]);
  expect(new TextDecoder("gbk").decode(gbk)).toBe("姓名,电话\n陈雨,1\n");
  expect(await typed(gbk)).toBe("text/csv");
  expect(await typed(Buffer.from("Name;Größe\nJosé;12\n", "latin1"))).toBe("text/csv");
  expect(await typed(Buffer.from("\uFEFF姓名\t电话\n陈\t1\n", "utf16le"), "a.tsv")).toBe("text/tab-separated-values");
});

test("a character cut at the end of the sample changes nothing", async () => {
  expect(await typed(Buffer.from("姓名,电话\n陈,1\n雨").subarray(0, -1), "a.csv", false)).toBe("text/csv");
});

test.each([
  ["%PDF-1.7\n%âãÏÓ", "application/pdf"],
  ["PK\u0003\u0004rest", "application/zip"],
  ["a\u0000b", "application/octet-stream"],
])("%j is %s", async (content, type) => {
  expect(await typed(content, "a.png")).toBe(type);
});

test("whatever the bytes, they have a type, and one that is served is on the list", async () => {
  const random = seeded(3);
  const signatures = [
    "",
    "PK\x03\x04",
    "\x89PNG\r\n\x1A\n",
    "GIF89a",
    "RIFF????WEBP",
    "ID3",
    "\x1AE\xDF\xA3",
    "OggS",
    "fLaC",
    "MZ",
  ];
  const more = [
    "\x00\x00\x00\x18ftyp",
    "II*\x00",
    "MM\x00*",
    "\xFF\xD8\xFF",
    "%PDF-",
    "\x1F\x8B\x08",
    "0&\xB2u\x8Ef\xCF\x11\xA6\xD9",
    "<?xml",
  ];
  for (const signature of [...signatures, ...more])
    for (let run = 0; run < 200; run++) {
      const bytes = Buffer.concat([Buffer.from(signature, "latin1"), seededBytes(random, Math.floor(random() * 400))]);
      const type = await typed(bytes, "x.html");
      expect(type).toMatch(/^[a-z]+\/[\w.+-]+$/);
      expect(servedType(type)).not.toMatch(/html|\bxml|script|svg/);
    }
});
