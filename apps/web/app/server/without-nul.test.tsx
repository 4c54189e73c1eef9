import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { renderToPipeableStream } from "react-dom/server";
import { expect, test } from "vitest";
import { withoutNul } from "./without-nul.ts";

const pieces = Array.from({ length: 400 }, (_, at) => `piece ${at}`);

/** Chinese text that begins `offset` bytes into the page, so that some character lies across the edge of a buffer. */
const page = (offset: number) => (
  <main>
    {"-".repeat(offset)}
    {pieces.map((piece) => (
      <b key={piece}>会馆</b>
    ))}
  </main>
);

async function rendered(offset: number, by: PassThrough | ReturnType<typeof withoutNul>): Promise<string> {
  renderToPipeableStream(page(offset)).pipe(by);
  return text(by);
}

const offsets = [0, 1, 2, 3, 4, 5];

test("wherever a buffer ends, no character of a page is lost and none is added", async () => {
  for (const offset of offsets) {
    const html = await rendered(offset, withoutNul());
    expect(html).not.toContain("\0");
    expect(html.split("会馆")).toHaveLength(401);
  }
});

test("without it, pages have NUL characters in them", async () => {
  const pages = await Promise.all(offsets.map((offset) => rendered(offset, new PassThrough())));
  expect(pages.some((html) => html.includes("\0"))).toBe(true);
});
