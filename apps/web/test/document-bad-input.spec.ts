import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Page } from "@playwright/test";
import { newDocument, words } from "./new-document.ts";
import { pictureOf } from "./picture.ts";

const hall = "yuanshan";
const zh = { locale: "zh-CN" } as const;

/** A new document with a line in it that whatever comes after may not touch. */
async function written(context: BrowserContext, baseURL: string | undefined) {
  const { path, id } = await newDocument(context, baseURL, hall);
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.locator(".document.ProseMirror")).toBeVisible();
  await page.locator(".document p").last().click();
  await page.keyboard.type("already written");
  await page.keyboard.press("Enter");
  return { page, id, path };
}

interface Given {
  /** By type, as it lies on the clipboard. */
  readonly data?: Readonly<Record<string, string>>;
  /** Of the file names given, so many each, with these bytes. */
  readonly files?: readonly { readonly name: string; readonly type: string; readonly bytes: readonly number[] }[];
  readonly copies?: number;
}

/** Pastes as the browser does, by its event; how long the page was busy with it. */
async function paste(page: Page, given: Given, by: "paste" | "drop" = "paste"): Promise<number> {
  return page.evaluate(
    ([{ data = {}, files = [], copies = 1 }, kind]) => {
      const clipboard = new DataTransfer();
      for (const [type, text] of Object.entries(data)) clipboard.setData(type, text);
      for (const { name, type, bytes } of files)
        for (let copy = 0; copy < copies; copy++)
          clipboard.items.add(new File([Uint8Array.from(bytes)], copy === 0 ? name : `${copy}-${name}`, { type }));
      const since = performance.now();
      if (kind === "paste")
        document.activeElement?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }),
        );
      else {
        const line = document.querySelector(".document.ProseMirror > :last-child");
        const box = line?.getBoundingClientRect();
        line?.dispatchEvent(
          new DragEvent("drop", {
            dataTransfer: clipboard,
            clientX: (box?.left ?? 0) + 5,
            clientY: (box?.top ?? 0) + 5,
            bubbles: true,
            cancelable: true,
          }),
        );
      }
      return performance.now() - since;
    },
    [given, by] as const,
  );
}

/** What stands in the document itself. */
const lines = (page: Page) => page.locator(".document.ProseMirror > p").allTextContents();
const saved = (page: Page) => expect(page.locator("[data-room-state]")).toHaveAttribute("data-room-state", "saved");
const note = (page: Page) => page.locator(".document .said-beside");

test("ten megabytes are refused beside the line, before anything is read, and what was written goes on", async ({
  context,
  baseURL,
}) => {
  const { page } = await written(context, baseURL);
  const said = m.editor_paste_too_large({}, zh);
  for (const data of [
    { "text/plain": "字".repeat(10_000_000) },
    { "text/html": "<p>x</p>".repeat(1_250_000), "text/plain": "x" },
    { "text/html": "<ul><li>".repeat(1_250_000) },
  ]) {
    expect(await paste(page, { data })).toBeLessThan(2_000);
    await expect(note(page)).toHaveText(new RegExp(said));
    expect(await lines(page)).toEqual(["already written", ""]);
    await page.keyboard.press("Escape");
    await expect(note(page)).toHaveCount(0);
  }
  expect(await paste(page, { data: { "text/html": "<p>x</p>".repeat(1_250_000) } }, "drop")).toBeLessThan(2_000);
  await expect(note(page)).toContainText(said);
  await axe(page);
  await expectNoHorizontalScroll(page);
  await screenshot(page, "document-too-much");
  // Said below the line that it was meant for, and closed by hand.
  expect(await note(page).evaluate((each) => each.previousElementSibling?.textContent)).toBe("");
  await page.getByRole("button", { name: m.editor_note_close({}, zh) }).click();
  await expect(note(page)).toHaveCount(0);
  await page.keyboard.type("and on");
  await expect.poll(() => lines(page)).toEqual(["already written", "and on"]);
  await saved(page);
});

test("of a million lines the first come in, and the page stays quick", async ({ context, baseURL }) => {
  const { page, path } = await written(context, baseURL);
  expect(await paste(page, { data: { "text/plain": "a\n".repeat(900_000) } })).toBeLessThan(8_000);
  await expect(note(page)).toContainText(m.editor_cut_blocks({}, zh));
  expect(await page.locator(".document.ProseMirror > p").count()).toBeLessThan(5_010);
  await page.keyboard.type("still here");
  await expect(page.locator(".document")).toContainText("still here");
  await expect(page.locator("[data-room-state]")).toHaveAttribute("data-room-state", "saved", { timeout: 15_000 });
  const stored = await (await page.request.get(path)).text();
  expect(stored).toContain("already written");
});

test("a table of 500 rows and 50 columns, lists fifty deep and pictures that lie elsewhere come in as far as they fit", async ({
  context,
  baseURL,
}) => {
  const { page } = await written(context, baseURL);
  const row = `<tr>${"<td>x</td>".repeat(50)}</tr>`;
  expect(await paste(page, { data: { "text/html": `<table>${row.repeat(500)}</table>` } })).toBeLessThan(8_000);
  await expect(page.locator(".document table tr")).toHaveCount(66);
  await expect(page.locator(".document table tr").first().locator("td")).toHaveCount(30);
  await expect(note(page)).toContainText(m.editor_cut_rows({ kept: 66, of: 500 }, zh));
  await expect(note(page)).toContainText(m.editor_cut_columns({ kept: 30, of: 50 }, zh));

  // By hand it grows no further, and says so where one writes.
  await page.locator(".document td").first().click();
  await page.getByRole("button", { name: m.editor_row_add({}, zh) }).click();
  await expect(note(page)).toContainText(m.editor_table_largest({ rows: 200, columns: 30, cells: 2_000 }, zh));
  await expect(page.locator(".document table tr")).toHaveCount(66);
  await page.getByRole("button", { name: m.editor_table_remove({}, zh) }).click();
  await expect(page.locator(".document table")).toHaveCount(0);

  await page.locator(".document p").last().click();
  await page.keyboard.press("Control+End");
  await paste(page, { data: { "text/html": `${"<ul><li>level".repeat(50)}${"</li></ul>".repeat(50)}` } });
  await expect(note(page)).toContainText(m.editor_cut_depth({ kept: 9 }, zh));
  await expect(page.locator(".document ul")).toHaveCount(9);
  expect((await words(page)).match(/level/g)).toHaveLength(50);
  await page.locator(".document li li li li li li li li li > p").last().click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(note(page)).toContainText(m.editor_list_deepest({ depth: 9 }, zh));
  await expect(page.locator(".document ul")).toHaveCount(9);

  await page.keyboard.press("Control+End");
  const picture = '<img src="data:image/png;base64,iVBORw0KGgo=" alt="x">';
  await paste(page, { data: { "text/html": `<p>by the spring</p>${picture.repeat(3)}` } });
  await expect(note(page)).toContainText(m.editor_cut_elsewhere({ of: 3 }, zh));
  await expect(page.locator(".document")).toContainText("by the spring");
  const elsewhere = '<img src="https://pictures.example/a.png">'.repeat(1_000);
  await paste(page, { data: { "text/html": `<p>many</p>${elsewhere}` } });
  await expect(note(page)).toContainText(m.editor_cut_images({ kept: 100, of: 1_000 }, zh));
  await expect(page.locator(".document .picture-elsewhere")).toHaveCount(100);
  await expect(page.locator(".document > p").first()).toHaveText("already written");
  await saved(page);
});

test("of a thousand pictures twenty come in, in their order; a name is only ever a name", async ({
  context,
  baseURL,
  allowConsole,
}) => {
  allowConsole(/422/);
  const { page } = await written(context, baseURL);
  const bytes = [...new Uint8Array(await (await pictureOf("#b3361f")).arrayBuffer())];
  const name = '<img src=x onerror="alert(1)">.png';
  await paste(page, { files: [{ name, type: "image/png", bytes }], copies: 1_000 });
  await expect(note(page)).toContainText(m.editor_upload_too_many({ kept: 20, of: 1_000 }, zh));
  await expect(page.locator(".document .upload-waiting")).toHaveCount(0, { timeout: 20_000 });
  await expect(page.locator(".document figure img")).toHaveCount(20);
  const names = await page
    .locator(".document figure img")
    .evaluateAll((all) => all.map((each) => each.getAttribute("alt")));
  expect(names[0]).toContain("onerror");
  expect(names.slice(1).map((each) => Number.parseInt(each ?? "", 10))).toEqual(
    Array.from({ length: 19 }, (_, n) => n + 1),
  );
  expect(await page.locator(".document [onerror]").count()).toBe(0);

  // What is no picture, whatever it calls itself, says why it did not come in, where it was to stand.
  await page.keyboard.press("Control+End");
  const fake = [...new TextEncoder().encode("GIF89a/*<script>alert(1)</script>*/=1")];
  await paste(page, { files: [{ name: "<b>cat</b>.gif", type: "image/gif", bytes: fake }] });
  const refused = page.locator(".document .said-beside", { hasText: "<b>cat</b>.gif" });
  await expect(refused).toContainText(m.error_files_image_unreadable({}, zh));
  await axe(page);
  await screenshot(page, "document-file-refused");
  await refused.getByRole("button", { name: m.editor_upload_again({}, zh) }).click();
  await expect(refused).toContainText(m.error_files_image_unreadable({}, zh));
  await refused.getByRole("button", { name: m.editor_note_close({}, zh) }).click();
  await expect(refused).toHaveCount(0);

  // A drawing that could run something is a file to be fetched, and never shown as a picture.
  const svg = [...new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"></svg>')];
  await paste(page, { files: [{ name: "drawing.png", type: "image/png", bytes: svg }] });
  const fetched = page.locator(".document .file a", { hasText: "drawing" });
  await expect(fetched).toBeVisible();
  const answer = await page.request.get((await fetched.getAttribute("href")) ?? "");
  expect(answer.headers()["content-disposition"]).toContain("attachment");
  await expect(page.locator(".document > p").first()).toHaveText("already written");
  await saved(page);
});

test("a page that was written to harm whoever copies from it brings its words and nothing else", async ({
  context,
  baseURL,
}) => {
  const { page } = await written(context, baseURL);
  await page.exposeFunction("harm", () => {
    throw new Error("It ran.");
  });
  const wide = JSON.stringify(["table", null, "tableRow", null, "tableCell", { colspan: 1_000_000_000 }]);
  const deep = JSON.stringify(Array.from({ length: 4_000 }, () => ["blockquote", null]).flat());
  for (const html of [
    `<svg onload="harm()"><a href="javascript:harm()"><text>one</text></a></svg><math><mtext><img src=x onerror="harm()"></mtext></math>`,
    `<a href="java\tscript:harm()">two</a><a href="data:text/html,<script>harm()</script>">three</a>`,
    `<template><img src=x onerror=harm()></template><noscript><p title="</noscript><img src=x onerror=harm()>">four</noscript>`,
    `<p data-pm-slice='0 0 ${wide}'>five</p>`,
    `<p data-pm-slice='0 0 ${deep}'>six</p>`,
    `${"<blockquote>".repeat(300)}seven${"</blockquote>".repeat(300)}`,
    `<img data-file="../../x" src="x" onerror="harm()"><div data-file="nothing">eight</div>`,
    `<p style="background:url(https://spy.example/x)" onclick="harm()">nine</p><iframe srcdoc="<script>parent.harm()</script>"></iframe>`,
  ]) {
    await page.keyboard.press("Control+End");
    expect(await paste(page, { data: { "text/html": html } })).toBeLessThan(4_000);
  }
  for (const word of ["two", "three", "five", "six", "seven", "eight", "nine"])
    await expect(page.locator(".document")).toContainText(word);
  const html = await page.locator(".document").innerHTML();
  expect(html).not.toMatch(/harm\(|javascript:|<svg|<script|<iframe|spy\.example|onerror|onload/);
  expect(await page.locator(".document blockquote").count()).toBeLessThanOrEqual(25);
  await expect(page.locator(".document > p").first()).toHaveText("already written");
  await saved(page);
  await page.reload();
  await expect(page.locator(".document.ProseMirror")).toContainText("seven");
});

test("a document is not put under itself, nor under what stands below it: beside the choice it says so", async ({
  context,
  baseURL,
}) => {
  const { id, spaceId, path } = await newDocument(context, baseURL, hall);
  const post = (address: string, form: Record<string, string>) =>
    context.request.post(address, { form, headers: { origin: baseURL ?? "" }, maxRedirects: 0 });
  const put = await post(`/w/${hall}/docs/new`, { spaceId, parentId: id });
  expect(put.status()).toBe(303);
  const below = put.headers().location?.split("/").at(-1) ?? "";
  for (const under of [id, below]) {
    const answer = await post(`${path}/move`, { parentId: `${spaceId}.${under}` });
    expect(answer.status()).toBe(422);
    expect(await answer.text()).toContain(m.error_docs_move_into_itself({}, zh));
  }
  const page = await context.newPage();
  await page.goto(`/w/${hall}/docs/${below}`);
  await expect(
    page
      .getByRole("navigation")
      .filter({ has: page.locator(`a[href="${path}"]`) })
      .first(),
  ).toBeVisible();
});

test("a link that has ended, was taken back or was guessed says so to whoever follows it", async ({
  openContext,
  context,
  baseURL,
  locale,
  allowConsole,
}) => {
  allowConsole(/404/);
  const { id } = await newDocument(context, baseURL, hall);
  const stranger = await openContext(baseURL ? { baseURL } : {});
  const page = await stranger.newPage();
  await page.goto(`/c/${hall}/docs/${id}?key=aaaaaaaaaaaaaaaaaaaaaa`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/./);
  await expect(page.getByText(m.error_docs_link_over({}, { locale }))).toBeVisible();
  await expect(page.getByRole("link", { name: m.docs_link_over_sign_in({}, { locale }) })).toBeVisible();
  await axe(page);
  await screenshot(page, "document-link-over");
});
