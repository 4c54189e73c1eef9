import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Page } from "@playwright/test";
import { newDocument } from "./new-document.ts";
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

/** Sixty lines, so that no page shows both ends. */
async function long(page: Page): Promise<void> {
  await page.locator(".document p").last().click();
  await page.evaluate(() => {
    const given = new DataTransfer();
    given.setData("text/plain", Array.from({ length: 60 }, (_, nth) => `line ${nth}`).join("\n"));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }),
    );
  });
  await expect(page.locator(".document")).toContainText("line 59");
}

const line = (page: Page, nth: number) => page.locator(".document p", { hasText: new RegExp(`^line ${nth}$`) });
const strip = (page: Page) => page.locator(".following");

async function follow(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: m.editor_here({ names: name }, zh) }).click();
  await page.getByRole("button", { name: m.editor_follow_name({ name }, zh) }).click();
  await expect(strip(page)).toContainText(m.editor_following({ name }, zh));
}

test("staff follow a customer through a document, and a customer staff, until they do something themselves", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  const member = await openContext(baseURL ? { baseURL } : {});
  const chen = await open(member, baseURL, "member@yuanshan.example", portal);
  await long(lin);
  await expect(line(chen, 59)).toBeAttached();

  await line(chen, 2).click();
  await follow(lin, "陈雨泽");
  await expect(line(lin, 2)).toBeInViewport();
  await line(chen, 55).click();
  await expect(line(lin, 55)).toBeInViewport();
  await expect(line(lin, 2)).not.toBeInViewport();
  await axe(lin);
  await expectNoHorizontalScroll(lin);
  await screenshot(lin, "document-following");
  await line(chen, 1).click();
  await expect(line(lin, 1)).toBeInViewport();

  // A key of one's own ends it, and the view stays.
  await lin.keyboard.press("Shift");
  await expect(strip(lin)).toBeVisible();
  await lin.keyboard.press("ArrowDown");
  await expect(strip(lin)).toHaveCount(0);
  await line(chen, 50).click();
  await expect(lin.locator(".caret")).toBeAttached();
  await expect(line(lin, 50)).not.toBeInViewport();

  // So does a press of "stop", scrolling, and their leaving.
  await follow(lin, "陈雨泽");
  await expect(line(lin, 50)).toBeInViewport();
  await strip(lin)
    .getByRole("button", { name: m.editor_follow_stop({}, zh) })
    .click();
  await expect(strip(lin)).toHaveCount(0);
  await follow(lin, "陈雨泽");
  await lin.evaluate(() =>
    document.querySelector(".document")?.dispatchEvent(new WheelEvent("wheel", { bubbles: true })),
  );
  await expect(strip(lin)).toHaveCount(0);

  await line(lin, 30).click();
  await follow(chen, "林乔");
  await expect(line(chen, 30)).toBeInViewport();
  await chen.locator(".document h1").click();
  await expect(strip(chen)).toHaveCount(0);

  await follow(lin, "陈雨泽");
  await chen.close();
  await expect(strip(lin)).toContainText(m.editor_follow_left({ name: "陈雨泽" }, zh));
  await lin.keyboard.press("Escape");
  await expect(strip(lin)).toHaveCount(0);
});

test("somebody is followed by keyboard alone, and it is said aloud", async ({ context, openContext, baseURL }) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  const member = await openContext(baseURL ? { baseURL } : {});
  const chen = await open(member, baseURL, "member@yuanshan.example", portal);
  await long(lin);
  const faces = lin.getByRole("button", { name: m.editor_here({ names: "陈雨泽" }, zh) });
  await line(chen, 40).click();
  await faces.focus();
  await lin.keyboard.press("Enter");
  await lin.keyboard.press("Tab");
  await expect(lin.getByRole("button", { name: m.editor_follow_name({ name: "陈雨泽" }, zh) })).toBeFocused();
  await lin.keyboard.press("Enter");
  await expect(strip(lin)).toBeVisible();
  await expect(strip(lin).getByRole("status")).toHaveText(m.editor_following({ name: "陈雨泽" }, zh));
  await expect(line(lin, 40)).toBeInViewport();
  await chen.keyboard.type("still ");
  await expect(lin.locator(".document")).toContainText("still");
});
