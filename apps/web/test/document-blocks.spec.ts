import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Page } from "@playwright/test";
import { newDocument } from "./new-document.ts";
import { pictureOf } from "./picture.ts";
import { enterAs } from "./sign-in.ts";

const hall = "yuanshan";
const zh = { locale: "zh-CN" } as const;

async function open(context: BrowserContext, baseURL: string | undefined, email: string, path: string): Promise<Page> {
  await enterAs(context, email, baseURL);
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.locator(".document.ProseMirror")).toBeVisible();
  return page;
}

async function pastePicture(page: Page): Promise<void> {
  const bytes = [...new Uint8Array(await (await pictureOf("#1b6f54")).arrayBuffer())];
  await page.evaluate((content) => {
    const given = new DataTransfer();
    given.items.add(new File([Uint8Array.from(content)], "camp.png", { type: "image/png" }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }),
    );
  }, bytes);
  await expect(page.locator(".document figure img")).toBeVisible();
}

test("a callout's kind is chosen on its sign, by pointer and by key, and taken back; nobody's caret moves", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  await lin.locator(".document p").last().click();
  await lin.keyboard.type("/callout");
  await expect(lin.getByRole("listbox")).toBeVisible();
  await lin.keyboard.press("Enter");
  await lin.keyboard.type("Rain");
  const member = await openContext(baseURL ? { baseURL } : {});
  const chen = await open(member, baseURL, "member@yuanshan.example", portal);
  const box = (page: Page) => page.locator(".document .callout");
  await box(chen).locator("p").click();
  await chen.keyboard.press("End");

  const sign = lin.getByRole("combobox", { name: m.editor_callout_kind({}, zh) });
  await sign.hover();
  await sign.selectOption("warning");
  await expect(box(lin)).toHaveAttribute("data-callout", "warning");
  await expect(box(chen)).toHaveAttribute("data-callout", "warning");
  await expect(box(chen)).toHaveAttribute("aria-label", m.editor_callout_warning({}, zh));
  await chen.keyboard.type(" again");
  await expect(box(lin)).toContainText("Rain again");
  await axe(lin);
  await expectNoHorizontalScroll(lin);
  await screenshot(lin, "document-callout-kind");

  await box(lin).locator("p").click();
  await lin.keyboard.press("Control+Z");
  await expect(box(lin)).toHaveAttribute("data-callout", "info");
  await expect(box(chen)).toHaveAttribute("data-callout", "info");
  await expect(box(lin)).toContainText("Rain again");

  await lin.keyboard.press("End");
  await lin.keyboard.press("Alt+Enter");
  await expect(sign).toBeFocused();
  await lin.keyboard.press("ArrowDown");
  await expect(box(chen)).toHaveAttribute("data-callout", "idea");
  await expect(sign).toBeFocused();
  await lin.keyboard.press("Escape");
  await lin.keyboard.type("!");
  await expect(box(chen)).toContainText("Rain again!");
});

test("what a picture shows is written on a sheet, by pointer and by key, and taken back; nobody's caret moves", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  await lin.locator(".document p").last().click();
  await lin.keyboard.type("By the spring");
  await lin.keyboard.press("Enter");
  await pastePicture(lin);
  const member = await openContext(baseURL ? { baseURL } : {});
  const chen = await open(member, baseURL, "member@yuanshan.example", portal);
  await chen.locator(".document p").first().click();
  await chen.keyboard.press("End");

  await lin.locator(".document figure").hover();
  await lin
    .locator(".document figure")
    .getByRole("button", { name: m.editor_picture_describe({}, zh) })
    .click();
  const words = lin.getByRole("textbox", { name: m.editor_picture_shows({}, zh) });
  await expect(words).toBeFocused();
  await words.fill("Six tents\nbeside the water");
  await axe(lin);
  await screenshot(lin, "document-picture-words");
  await lin.getByRole("button", { name: m.editor_picture_describe_keep({}, zh) }).click();
  const said = "Six tents beside the water";
  await expect(lin.locator(".document figcaption")).toHaveText(said);
  await expect(chen.locator(".document figcaption")).toHaveText(said);
  await expect(chen.locator(".document figure img")).toHaveAttribute("alt", said);
  await chen.keyboard.type(", early");
  await expect(lin.locator(".document")).toContainText("By the spring, early");

  await lin.keyboard.press("Control+Z");
  await expect(lin.locator(".document figcaption")).toHaveCount(0);
  await expect(chen.locator(".document figcaption")).toHaveCount(0);
  await expect(chen.locator(".document figure img")).toBeVisible();

  await lin.locator(".document figure img").click();
  await lin.keyboard.press("Alt+Enter");
  await expect(lin.locator(".document .picture-ask")).toBeFocused();
  await lin.keyboard.press("Enter");
  await expect(words).toBeFocused();
  await lin.keyboard.type("Tents");
  await lin.keyboard.press("Control+Enter");
  await expect(chen.locator(".document figcaption")).toHaveText("Tents");
  // Whoever takes the picture away meanwhile does not take the words that somebody is writing.
  await lin.locator(".document figure").hover();
  await lin.locator(".document .picture-ask").click();
  await words.fill("Tents at dawn");
  await chen.locator(".document figure img").click();
  await chen.keyboard.press("Delete");
  await expect(lin.locator(".document figure")).toHaveCount(0);
  await lin.getByRole("button", { name: m.editor_picture_describe_keep({}, zh) }).click();
  await expect(lin.getByText(m.editor_picture_taken_away({}, zh))).toBeVisible();
  await expect(words).toHaveValue("Tents at dawn");
});

test.describe("on a phone", () => {
  test.use({ width: 390 });

  test("signs and pictures are pressed with a finger, and the sheet comes from below", async ({ context, baseURL }) => {
    const { path } = await newDocument(context, baseURL, hall);
    const lin = await open(context, baseURL, "lin@yuanshan.example", path);
    await lin.locator(".document p").last().click();
    await lin.keyboard.type("/callout");
    await expect(lin.getByRole("listbox")).toBeVisible();
    await lin.keyboard.press("Enter");
    await lin.keyboard.type("Rain");
    const sign = lin.locator(".callout-kind");
    const box = await sign.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(24);
    await sign.tap();
    await sign.selectOption("done");
    await expect(lin.locator(".document .callout")).toHaveAttribute("data-callout", "done");
    await lin.keyboard.press("Control+End");
    await lin.keyboard.press("Enter");
    await lin.keyboard.press("Enter");
    await pastePicture(lin);
    await lin.locator(".document .picture-ask").tap();
    await lin.getByRole("textbox", { name: m.editor_picture_shows({}, zh) }).fill("帐篷");
    await expectNoHorizontalScroll(lin);
    await screenshot(lin, "document-picture-words-phone");
    await lin.getByRole("button", { name: m.editor_picture_describe_keep({}, zh) }).tap();
    await expect(lin.locator(".document figcaption")).toHaveText("帐篷");
    await expectNoHorizontalScroll(lin);
  });
});
