import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Page } from "@playwright/test";
import { newDocument } from "./new-document.ts";
import { enterAs } from "./sign-in.ts";

const zh = { locale: "zh-CN" } as const; // Lin's own language, and that of her members
const hall = "yuanshan";
const paper = (page: Page) => page.locator(".document.ProseMirror");
const parts = (page: Page) => page.locator(".document .live");
const saved = (page: Page) => expect(page.locator("[data-room-state]")).toHaveAttribute("data-room-state", "saved");
const closed = m.live_blocks_closed({}, zh);

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await expect(paper(page)).toBeVisible();
  return page;
}

/** Somebody nobody else's test knows. */
async function somebody(context: BrowserContext, baseURL: string | undefined, fullName: string): Promise<string> {
  const answer = await context.request.post(`/w/${hall}/people/new`, {
    form: { fullName, stage: "prospect" },
    headers: { origin: baseURL ?? "" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  return /people\/([0-9a-f-]{36})/.exec(answer.headers().location ?? "")?.[1] ?? "";
}

async function setCell(
  context: BrowserContext,
  baseURL: string | undefined,
  edit: { readonly id: string; readonly column: string; readonly before: string; readonly value: string },
): Promise<void> {
  const answer = await context.request.post(`/w/${hall}/grids/people/cell`, {
    data: { edits: [edit] },
    headers: { origin: baseURL ?? "" },
  });
  expect(answer.status()).toBe(200);
}

/** By keyboard alone: the kind from the slash menu, then what it shows by some of its letters. */
async function put(page: Page, kind: string, ask: string, letters: string, wanted: string): Promise<void> {
  await page.keyboard.type(`/${kind}`);
  await expect(page.getByRole("listbox").getByRole("option", { name: kind })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: ask })).toBeFocused();
  await page.keyboard.type(letters);
  await expect(page.getByRole("option").first()).toContainText(wanted);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("staff put a person and a list into a plan: they stay as they are now, and a customer reads that they are the team's", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const name = `尉迟${Date.now()}`;
  const id = await somebody(context, baseURL, name);
  const lin = await open(context, path);
  await paper(lin).locator("p").last().click();
  await put(lin, m.live_blocks_person({}, zh), m.live_blocks_ask_person({}, zh), name, name);
  const card = parts(lin).first();
  await expect(card).toContainText(name);
  await expect(card).toContainText(m.people_stage_prospect({}, zh));
  await lin.keyboard.type("她来主持。");
  await expect(paper(lin).locator("p").filter({ hasText: "她来主持。" })).toBeVisible();
  await lin.keyboard.press("Enter");
  const prospects = m.people_stage_prospect({}, zh);
  await put(lin, m.live_blocks_list({}, zh), m.live_blocks_ask_list({}, zh), prospects, prospects);
  const list = parts(lin).nth(1);
  await expect(list.getByRole("listitem").filter({ hasText: name })).toBeVisible();
  await expect(list.getByRole("link", { name: prospects, exact: true })).toHaveAttribute("href", /\/people\?filter=/);
  await saved(lin);
  await axe(lin);
  await expectNoHorizontalScroll(lin);
  await screenshot(lin, "live-blocks");

  const theirs = await openContext(baseURL ? { baseURL } : {});
  await enterAs(theirs, "member@yuanshan.example", baseURL);
  expect(await (await theirs.request.get(portal)).text()).not.toContain(name);
  const chen = await open(theirs, portal);
  await expect(parts(chen)).toHaveText([closed, closed]);
  await expect(chen.locator("body")).not.toContainText(name);
  await chen.keyboard.type("/");
  await expect(chen.getByRole("option", { name: m.live_blocks_person({}, zh) })).toHaveCount(0);

  await setCell(context, baseURL, { id, column: "stage", before: "prospect", value: "partner" });
  await expect(card).toContainText(m.people_stage_partner({}, zh));
  await expect(list).not.toContainText(name);
  await setCell(context, baseURL, { id, column: "name", before: name, value: `${name}改` });
  await expect(card).toContainText(`${name}改`);
  await lin.reload();
  await expect(parts(lin).first()).toContainText(`${name}改`);
});

test("what a part shows is chosen anew by keyboard; without script it stands there as well", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path } = await newDocument(context, baseURL, hall);
  const [first, second] = [`东郭${Date.now()}`, `西门${Date.now()}`];
  await somebody(context, baseURL, first);
  await somebody(context, baseURL, second);
  const lin = await open(context, path);
  await paper(lin).locator("p").last().click();
  await put(lin, m.live_blocks_person({}, zh), m.live_blocks_ask_person({}, zh), first, first);
  await expect(parts(lin)).toContainText(first);
  await lin.keyboard.press("ArrowUp");
  await expect(lin.locator(".live-block.ProseMirror-selectednode")).toBeVisible();
  await lin.keyboard.press("Enter");
  await expect(lin.getByRole("combobox", { name: m.live_blocks_ask_person({}, zh) })).toBeFocused();
  await lin.keyboard.press("Escape");
  await expect(lin.getByRole("dialog")).toHaveCount(0);
  await parts(lin)
    .getByRole("button", { name: m.live_blocks_change({}, zh) })
    .click();
  await lin.getByRole("combobox", { name: m.live_blocks_ask_person({}, zh) }).fill(second);
  await lin.getByRole("option", { name: second }).click();
  await expect(parts(lin)).toContainText(second);
  await expect(parts(lin)).not.toContainText(first);
  await saved(lin);

  const still = await openContext({ ...(baseURL && { baseURL }), javaScriptEnabled: false });
  await enterAs(still, "lin@yuanshan.example", baseURL);
  const page = await still.newPage();
  await page.goto(path);
  await expect(parts(page)).toContainText(second);
  const file = await context.request.get(`${path}/take/file?format=html`);
  expect(await file.text()).toContain(second);
});
