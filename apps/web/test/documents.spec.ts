import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

const en = { locale: "en" } as const; // Maya's own language
const zh = { locale: "zh-CN" } as const; // and Lin's, and that of her members
const unique = () => `${Date.now() % 1_000_000}${Math.floor(Math.random() * 90 + 10)}`;
const paper = (page: Page) => page.locator(".ProseMirror[contenteditable]");

/** A space of the hall and a document in it, by forms. */
async function documentIn(context: BrowserContext, baseURL: string | undefined, hall: string, open: string) {
  const post = async (path: string, form: Record<string, string>) => {
    const answer = await context.request.post(path, {
      form,
      headers: { origin: baseURL ?? "" },
      maxRedirects: 0,
    });
    return answer.headers().location ?? "";
  };
  const space = await post(`/w/${hall}/docs/spaces/new`, { name: `Shelf ${unique()}`, open });
  const spaceId = space.split("/").at(-1) ?? "";
  const document = await post(`/w/${hall}/docs/new`, { spaceId });
  return { post, space, document, id: document.split("/").at(-1) ?? "" };
}

test("a space is put up, a document written in it, found where one was, moved, thrown away and taken out", async ({
  page,
  context,
  baseURL,
}) => {
  await enterAs(context, "maya@harbor.example", baseURL);
  const name = `Fair ${unique()}`;
  await page.goto("/w/harbor/docs/spaces/new");
  await page.locator("#name").fill(name);
  await page.getByRole("button", { name: m.docs_put_up({}, en) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page
    .getByRole("list", { name: m.docs_templates({}, en) })
    .getByRole("button")
    .first()
    .click(); // a blank sheet
  await expect(paper(page)).toBeVisible();
  await paper(page).locator("h1").click();
  const title = `Plan ${unique()}`;
  await page.keyboard.type(title);
  await page.keyboard.press("Enter");
  await page.keyboard.type("Stalls, power, tea.");
  await expect(page.getByText(m.editor_saved({}, en), { exact: true }).first()).toBeVisible();
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, "documents-document");

  // Its title has reached the lists by itself.
  await page.goto("/w/harbor/docs");
  await expect(page.getByRole("link", { name: title }).first()).toBeVisible();
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  const above = page.url();
  await page.getByRole("button", { name: m.docs_new_below({}, en) }).click();
  await expect(page).not.toHaveURL(above);
  await expect(page.getByRole("navigation", { name: m.ui_breadcrumbs({}, en) })).toContainText(title);
  await page.getByRole("button", { name: m.docs_more({}, en) }).click();
  await page.getByRole("menuitem", { name: m.docs_remove({}, en) }).click();
  await expect(page).toHaveURL(above);
  await page.goto("/w/harbor/docs/trash");
  await axe(page);
  await page
    .getByRole("button", { name: m.docs_restore({}, en) })
    .first()
    .click();
  await expect(paper(page)).toBeVisible();
});

test("staff and a member write in one document; once it is not theirs any more, the member is outside and nothing of theirs arrives", async ({
  openContext,
  baseURL,
}) => {
  const wide = { viewport: { width: 1280, height: 900 } };
  const [staff, member] = [await openContext(wide), await openContext(wide)];
  await enterAs(staff, "lin@yuanshan.example", baseURL);
  await enterAs(member, "member@yuanshan.example", baseURL);
  const { post, document, id } = await documentIn(staff, baseURL, "yuanshan", "members");
  const [mine, theirs] = [await staff.newPage(), await member.newPage()];
  await Promise.all([mine.goto(document), theirs.goto(`/c/yuanshan/docs/${id}`)]);
  for (const page of [mine, theirs]) await expect(paper(page)).toBeVisible();
  await paper(mine).click();
  await mine.keyboard.type("秋季露营");
  await expect(paper(theirs)).toContainText("秋季露营");
  await paper(theirs).click();
  await theirs.keyboard.press("Control+End");
  await theirs.keyboard.type("我带锅");
  await expect(paper(mine)).toContainText("我带锅");
  await expect(theirs.getByText(m.editor_saved({}, zh), { exact: true }).first()).toBeVisible();

  await post(`${document}/people`, { act: "inherit", inherits: "no" });
  await expect(theirs.getByText(m.editor_ended({}, zh), { exact: true }).first()).toBeVisible({ timeout: 2_500 });
  expect((await theirs.request.get(`/c/yuanshan/docs/${id}`)).status()).toBe(404);
  await theirs.keyboard.type("还在写");
  await paper(mine).click();
  await mine.keyboard.press("Control+End");
  await mine.keyboard.type("。完");
  await expect(mine.getByText(m.editor_saved({}, zh), { exact: true }).first()).toBeVisible();
  await mine.reload();
  await expect(paper(mine)).toContainText("。完");
  await expect(paper(mine)).not.toContainText("还在写");
});

test("who has the link reads, whoever they are; without it nothing is there", async ({ openContext, baseURL }) => {
  const staff = await openContext();
  await enterAs(staff, "maya@harbor.example", baseURL);
  const { post, document, id } = await documentIn(staff, baseURL, "harbor", "me");
  await post(`${document}/people`, { act: "link", role: "view" });
  const page = await staff.newPage();
  await page.goto(`${document}/people`);
  await axe(page);
  const key = /\?key=([\w-]{22})/.exec(await page.content())?.[1] ?? "";
  const stranger = await openContext();
  const reading = await stranger.newPage();
  await reading.goto(`/c/harbor/docs/${id}?key=${key}`);
  await expect(reading.locator(".document, .ProseMirror").first()).toBeVisible();
  await expect(reading.locator('[contenteditable="true"]')).toHaveCount(0);
  await axe(reading);
  await reading.goto(`/c/harbor/docs/${id}`);
  await expect(reading).toHaveURL(/\/login/);
});

test.describe("without script", () => {
  test("a document is read, kept at hand, moved and thrown away by forms", async ({ openContext, baseURL }) => {
    const context = await openContext({ javaScriptEnabled: false });
    await enterAs(context, "maya@harbor.example", baseURL);
    const { document } = await documentIn(context, baseURL, "harbor", "staff");
    const page = await context.newPage();
    await page.goto(document);
    await page.getByRole("button", { name: m.docs_keep_at_hand({}, en) }).click();
    await expect(page.getByRole("button", { name: m.docs_unkeep({}, en) })).toBeVisible();
    await page.getByRole("link", { name: m.docs_move({}, en), exact: true }).click();
    await page.getByLabel(m.docs_move_to({}, en)).selectOption({ index: 0 });
    await page.getByRole("button", { name: m.docs_move({}, en), exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`${document.split("/").at(-1)}$`));
    await page.getByRole("button", { name: m.docs_remove({}, en) }).click();
    await expect(page).toHaveURL(/docs\/spaces\//);
  });
});
