import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Locator, Page } from "@playwright/test";
import { newDocument } from "./new-document.ts";
import { enterAs } from "./sign-in.ts";

const zh = { locale: "zh-CN" } as const; // Lin's own language, and that of her members
const hall = "yuanshan";
const wide = { viewport: { width: 1360, height: 900 } };
const paper = (page: Page) => page.locator(".document.ProseMirror");
const panel = (page: Page) => page.getByRole("complementary", { name: m.comments_title({}, zh) });
const threads = (page: Page) => panel(page).getByRole("article");
const words = (page: Page) => page.locator(".document mark[data-open]");
const press = (within: Page | Locator, name: string) => within.getByRole("button", { name, exact: true }).click();
const saved = (page: Page) => expect(page.locator("[data-room-state]")).toHaveAttribute("data-room-state", "saved");

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await expect(paper(page)).toBeVisible();
  return page;
}

async function writeIn(page: Page, text: string): Promise<void> {
  await paper(page).locator("h1").click();
  await page.keyboard.type("露营计划");
  await page.keyboard.press("Enter");
  await expect(paper(page).locator("p").first()).toBeVisible();
  await page.keyboard.type(text);
  await expect(paper(page).locator("p").first()).toHaveText(text);
  await saved(page);
}

/** Chooses the first of these words in the text, as a pointer would. */
async function choose(page: Page, wanted: string): Promise<void> {
  await paper(page)
    .locator("p")
    .filter({ hasText: wanted })
    .first()
    .evaluate((line, text) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(text) ?? -1;
        if (at < 0) continue;
        document.getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
        return;
      }
    }, wanted);
}

async function say(page: Page, field: string, text: string): Promise<void> {
  const editor = page.locator(`[contenteditable="true"][aria-label="${field}"]`);
  await expect(editor).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press("Control+Enter");
  await expect(editor).toHaveCount(0);
}

test("staff and a customer speak about words: live, answered, resolved, lost with the words and back with them", async ({
  openContext,
  baseURL,
}) => {
  const [staff, member] = [await openContext(wide), await openContext(wide)];
  await enterAs(member, "member@yuanshan.example", baseURL);
  const { path, portal } = await newDocument(staff, baseURL, hall);
  const [lin, chen] = [await open(staff, path), await open(member, portal)];
  await writeIn(lin, "Water at the upper spring.");
  await expect(paper(chen)).toContainText("upper spring");

  await paper(chen).locator("p").first().click();
  await choose(chen, "upper spring");
  await press(chen, m.editor_comment({}, zh));
  await say(chen, m.comments_field({}, zh), "秋天还有水吗？");
  await expect(threads(chen)).toHaveCount(1);
  await expect(words(lin)).toHaveText("upper spring", { timeout: 3_000 });
  await expect(paper(lin).locator("p").first()).toHaveText("Water at the upper spring.");

  // From the words to the thread, and live both ways.
  await words(lin).click();
  await expect(threads(lin)).toContainText("秋天还有水吗？");
  await axe(lin);
  await expectNoHorizontalScroll(lin);
  await screenshot(lin, "comments-beside");
  await press(threads(lin), m.comments_reply({}, zh));
  await say(lin, m.comments_reply_field({}, zh), "有，九月最足。");
  await expect(threads(chen)).toContainText("九月最足", { timeout: 3_000 });
  await press(threads(chen).getByRole("listitem").last(), m.comments_react({}, zh));
  await press(chen, m.comments_react_with({ sign: "👍" }, zh));
  await expect(
    threads(lin).getByRole("button", { name: m.comments_reacted({ sign: "👍", names: "陈雨泽" }, zh) }),
  ).toBeVisible();

  // Deleted words: the thread keeps them, and they come back with undo.
  await paper(lin).locator("p").first().click({ clickCount: 3 });
  await lin.keyboard.press("Delete");
  await expect(threads(lin)).toContainText(m.comments_lost({}, zh));
  await expect(threads(lin)).toContainText("upper spring");
  await paper(lin).locator("h1").click();
  await lin.keyboard.press("Control+z");
  await expect(words(chen)).toHaveText("upper spring", { timeout: 5_000 });
  await expect(threads(lin)).not.toContainText(m.comments_lost({}, zh));

  // Cut out and put in elsewhere, they take it along.
  await paper(lin).locator("p").first().click({ clickCount: 3 });
  await lin.keyboard.press("Control+x");
  await paper(lin).locator("h1").click();
  await lin.keyboard.press("End");
  await lin.keyboard.press("Enter");
  await lin.keyboard.type("Before. ");
  await lin.keyboard.press("Control+v");
  await expect(words(chen)).toHaveText("upper spring", { timeout: 5_000 });

  // By keys: from the words to the thread and back.
  await words(lin).click();
  await lin.keyboard.press("Control+Alt+m");
  await expect(threads(lin).first()).toBeFocused();
  await lin.keyboard.press("Enter");
  await expect(paper(lin)).toBeFocused();

  await press(threads(lin), m.comments_resolve({}, zh));
  await expect(threads(lin)).toHaveCount(0);
  await expect(words(chen)).toHaveCount(0, { timeout: 3_000 });
  await press(panel(lin), m.comments_resolved({ count: 1 }, zh));
  await press(threads(lin), m.comments_reopen({}, zh));
  await expect(words(chen)).toHaveText("upper spring", { timeout: 3_000 });

  await press(panel(lin), m.comments_open({ count: 1 }, zh));

  // One's own words are changed and taken back, and that too is thought better of.
  await press(threads(chen).getByRole("listitem").first(), m.comments_change({}, zh));
  await say(chen, m.comments_change({}, zh), "（十月呢？）");
  await expect(threads(lin)).toContainText("十月呢", { timeout: 3_000 });
  await press(threads(chen).getByRole("listitem").first(), m.comments_remove({}, zh));
  await expect(threads(lin)).not.toContainText("十月呢", { timeout: 3_000 });
  await press(chen, m.ui_undo({}, zh));
  await expect(threads(lin)).toContainText("十月呢", { timeout: 3_000 });
});

test("who has a link to comment speaks by a name of their own and changes no letter; a phone shows it as a sheet", async ({
  openContext,
  baseURL,
}) => {
  const staff = await openContext(wide);
  const { path, id } = await newDocument(staff, baseURL, hall);
  const lin = await open(staff, path);
  await writeIn(lin, "Water at the upper spring.");
  await staff.request.post(`${path}/people`, {
    form: { act: "link", role: "comment" },
    headers: { origin: baseURL ?? "" },
  });
  const sharing = await (await staff.request.get(`${path}/people`)).text();
  const key = /\?key=([\w-]{22})/.exec(sharing)?.[1] ?? "";
  const stranger = await openContext({ viewport: { width: 390, height: 844 }, locale: "zh-CN" });
  const ann = await open(stranger, `/c/${hall}/docs/${id}?key=${key}`);
  await expect(paper(ann)).toHaveAttribute("contenteditable", "false");
  await choose(ann, "upper spring");
  await press(ann, m.editor_comment({}, zh));
  await panel(ann)
    .getByRole("textbox", { name: m.comments_guest_name({}, zh) })
    .fill("Ann");
  await ann.locator(`[contenteditable="true"][aria-label="${m.comments_field({}, zh)}"]`).click();
  await ann.keyboard.type("能喝吗？");
  await press(panel(ann), m.comments_send({}, zh));
  await expect(threads(ann)).toContainText(m.comments_guest_named({ name: "Ann" }, zh));
  await expectNoHorizontalScroll(ann);
  await axe(ann);
  await screenshot(ann, "comments-sheet");
  await expect(words(lin)).toHaveText("upper spring", { timeout: 3_000 });
  await expect(paper(lin).locator("p").first()).toHaveText("Water at the upper spring.");
  await words(lin).click();
  await expect(threads(lin)).toContainText("能喝吗？");

  const plain = await ann.goto(`/c/${hall}/docs/${id}/comments?key=${key}`);
  expect(plain?.status()).toBe(200);
  await expect(ann.getByRole("heading", { level: 1 })).toHaveText(m.comments_title({}, zh));
  await expectNoHorizontalScroll(ann);
  await axe(ann);
  await screenshot(ann, "comments-page");
});

test.describe("without script", () => {
  test("what is said is read, answered and resolved on a page of its own", async ({ openContext, baseURL }) => {
    const context = await openContext({ javaScriptEnabled: false });
    const { path } = await newDocument(context, baseURL, hall);
    const page = await context.newPage();
    await page.goto(path);
    await page.getByRole("link", { name: m.comments_open_label({ count: 0 }, zh) }).click();
    await expect(page).toHaveURL(/\/comments$/);
    await press(page, m.comments_send({}, zh));
    await expect(page.getByText(m.error_docs_comment_empty({}, zh)).first()).toBeVisible();
    await page.getByLabel(m.comments_field({}, zh)).fill("整篇都要再看一遍。");
    await press(page, m.comments_send({}, zh));
    const thread = page.getByRole("article");
    await expect(thread).toContainText("整篇都要再看一遍。");
    await thread.getByText(m.comments_reply({}, zh), { exact: true }).first().click();
    await thread.getByLabel(m.comments_reply_field({}, zh)).fill("看过了。");
    await press(thread, m.comments_reply({}, zh));
    await expect(thread).toContainText("看过了。");
    await press(thread, m.comments_resolve({}, zh));
    await expect(thread.getByRole("button", { name: m.comments_reopen({}, zh) })).toBeVisible();
  });
});
