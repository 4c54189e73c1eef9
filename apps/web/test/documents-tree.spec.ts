import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

const en = { locale: "en" } as const; // Maya's own language
const unique = () => `${Date.now() % 1_000_000}${Math.floor(Math.random() * 90 + 10)}`;
const paper = (page: Page) => page.locator(".ProseMirror[contenteditable]");
const tree = (page: Page) => page.getByRole("treegrid", { name: m.docs_tree({}, en) });
const line = (page: Page, name: string) => tree(page).getByRole("row", { name, exact: false });

/** A space of the hall with these documents at its top, by forms. */
async function shelfWith(context: BrowserContext, baseURL: string | undefined, titles: readonly string[]) {
  const post = async (path: string, form: Record<string, string>) =>
    (await context.request.post(path, { form, headers: { origin: baseURL ?? "" }, maxRedirects: 0 })).headers()
      .location ?? "";
  const name = `Shelf ${unique()}`;
  const space = await post("/w/harbor/docs/spaces/new", { name, open: "staff" });
  const spaceId = space.split("/").at(-1) ?? "";
  const documents: string[] = [];
  for (const title of titles) documents.push(await post("/w/harbor/docs/new", { spaceId, title }));
  return { post, name, space, spaceId, documents };
}

test("documents are moved in the tree by its menu and by hand, others see it, and what is open stays open", async ({
  openContext,
  baseURL,
}) => {
  const wide = { viewport: { width: 1440, height: 900 } };
  const [mine, theirs] = [await openContext(wide), await openContext(wide)];
  await enterAs(mine, "maya@harbor.example", baseURL);
  await enterAs(theirs, "maya@harbor.example", baseURL);
  const [launch, stalls, tea] = [`Launch ${unique()}`, `Stalls ${unique()}`, `Tea ${unique()}`];
  const { documents } = await shelfWith(mine, baseURL, [launch, stalls, tea]);
  const [page, other] = [await mine.newPage(), await theirs.newPage()];
  await Promise.all([page.goto(documents[0] ?? ""), other.goto(documents[0] ?? "")]);
  for (const each of [page, other]) await expect(line(each, stalls)).toBeVisible();
  await expect(line(page, launch).locator("[aria-current=page]")).toBeVisible();

  await line(page, stalls).hover();
  await line(page, stalls)
    .getByRole("button", { name: m.docs_tree_deeds({ name: stalls }, en) })
    .click();
  await page.getByRole("menuitem", { name: m.docs_step_in({}, en) }).click();
  await expect(line(page, stalls)).toHaveAttribute("aria-level", "3");
  // Whoever else looks sees it, too: what it went under can be unfolded now.
  await expect(line(other, launch)).toHaveAttribute("aria-expanded", "false");

  await line(page, tea).dragTo(line(page, stalls), { targetPosition: { x: 120, y: 16 } });
  await expect(line(page, tea)).toHaveAttribute("aria-level", "4");
  await page.reload();
  await expect(line(page, tea)).toHaveAttribute("aria-level", "4");
  await axe(page);
  await screenshot(page, "documents-tree");

  // By keys alone: out again, to right behind what it hung from.
  await line(page, tea).focus();
  await page.keyboard.press("ArrowRight");
  await line(page, tea)
    .getByRole("button", { name: m.docs_tree_deeds({ name: tea }, en) })
    .focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: m.docs_step_out({}, en) }).press("Enter");
  await expect(line(page, tea)).toHaveAttribute("aria-level", "3");
});

test("a new document opens with the caret in its title, and the tab says what is written there; a copy is made of it", async ({
  openContext,
  baseURL,
}) => {
  const context = await openContext({ viewport: { width: 1440, height: 900 } });
  await enterAs(context, "maya@harbor.example", baseURL);
  const { space } = await shelfWith(context, baseURL, []);
  const page = await context.newPage();
  await page.goto(space);
  const blank = page.getByRole("button", { name: m.docs_blank({}, en) });
  await axe(page);
  await screenshot(page, "documents-templates");
  await blank.click();
  await expect(paper(page)).toBeFocused();
  const title = `Plan ${unique()}`;
  await page.keyboard.type(title);
  await expect(paper(page).locator("h1")).toHaveText(title);
  await expect(page).toHaveTitle(new RegExp(title));
  await expect(page.getByText(m.editor_saved({}, en), { exact: true }).first()).toBeVisible();
  await expect(line(page, title)).toBeVisible();
  await page.getByRole("button", { name: m.docs_sign_add({}, en) }).click();
  await page.getByRole("button", { name: "⛺", exact: true }).click();
  await expect(page.locator(".document-sign-face")).toHaveText("⛺");
  await page.getByRole("button", { name: m.docs_more({}, en), exact: true }).click();
  await page.getByRole("menuitem", { name: m.docs_duplicate({}, en) }).click();
  await expect(page).toHaveTitle(new RegExp(m.docs_copy_of({ title }, en).replace(/[()]/g, "\\$&")));
  await expect(paper(page).locator("h1")).toHaveText(m.docs_copy_of({ title }, en));
});

test("on a phone the tree opens over the page, and leads on", async ({ openContext, baseURL }) => {
  const context = await openContext({ viewport: { width: 390, height: 844 } });
  await enterAs(context, "maya@harbor.example", baseURL);
  const [launch, stalls] = [`Launch ${unique()}`, `Stalls ${unique()}`];
  const { documents } = await shelfWith(context, baseURL, [launch, stalls]);
  const page = await context.newPage();
  await page.goto(documents[0] ?? "");
  await page.getByRole("button", { name: m.docs_tree({}, en) }).click();
  await expect(line(page, stalls)).toBeVisible();
  await axe(page);
  await screenshot(page, "documents-tree-phone");
  await line(page, stalls).click();
  await expect(page).toHaveURL(new RegExp(documents[1]?.split("/").at(-1) ?? "nowhere"));
  await expect(tree(page)).toHaveCount(0);
  await expectNoHorizontalScroll(page);
});

test("a guest is written to, comes in by the letter to the document alone, and another says no", async ({
  openContext,
  baseURL,
}) => {
  const staff = await openContext();
  await enterAs(staff, "maya@harbor.example", baseURL);
  const { post, documents } = await shelfWith(staff, baseURL, [`Launch ${unique()}`]);
  const letterTo = async (email: string) => {
    await post(`${documents[0]}/people`, { act: "mail", email, role: "edit" });
    const page = await staff.newPage();
    let link = "";
    await expect(async () => {
      await page.goto("/dev/mail");
      const letter = page.getByRole("row").filter({ hasText: email }).first().getByRole("link").first();
      const address = await letter.getAttribute("href", { timeout: 1_000 });
      const html = await (await page.request.get(`${address}/html`)).text();
      link = /\/c\/harbor\/docs\/guest\/[\w-]{20,}/.exec(html)?.[0] ?? "";
      expect(link).not.toBe("");
    }).toPass();
    await page.close();
    return link;
  };
  const link = await letterTo(`guest-${unique()}@example.com`);
  const page = await (await openContext()).newPage();
  await page.goto(link);
  await axe(page);
  await screenshot(page, "documents-guest");
  await page.locator("#fullName").fill("Anna Bell");
  await page
    .locator("form")
    .filter({ has: page.locator("#fullName") })
    .getByRole("button")
    .last()
    .click();
  await expect(paper(page)).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`/c/harbor/docs/${documents[0]?.split("/").at(-1)}`));

  const refused = await letterTo(`guest-${unique()}@example.com`);
  const stranger = await (await openContext()).newPage();
  await stranger.goto(refused);
  await stranger.getByRole("button", { name: /No, thank you|不用了/ }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(/You said no|已谢绝/);
  await stranger.goto(refused);
  await expect(stranger.locator("#fullName")).toHaveCount(0);
});
