import { axe, expect, expectNoHorizontalScroll, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

const grid = (page: Page) => page.getByRole("grid", { name: "People" });

async function open(page: Page, search = ""): Promise<void> {
  await page.goto(`/w/harbor/people${search}`);
  await expect(grid(page)).toBeVisible();
}

const wide = { viewport: { width: 1440, height: 900 } };

test("a person is opened before the page has woken, and nothing moves under the hand when it does", async ({
  page,
  context,
  baseURL,
}) => {
  await enterAs(context, "maya@harbor.example", baseURL);
  const moved = watchMoves(page);
  await open(page);
  await expect(page.locator("[inert] button")).toHaveCount(0);
  expect(await moved()).toEqual([]);
  const called = (await page.locator("a.grid-name").nth(2).textContent()) ?? "";
  await page.reload({ waitUntil: "commit" });
  await page.locator("a.grid-name", { hasText: called }).click(); // by name: others add people meanwhile
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(called);
});

test("by keys alone a stage is written, seen at once, and taken back", async ({ openContext, baseURL }) => {
  const context = await openContext(wide);
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  // Nobody else's, so that it can be walked again in the same hall.
  const name = `Tern ${Date.now() % 1_000_000}`;
  await context.request.post("/w/harbor/people/new", {
    form: { fullName: name },
    headers: { origin: baseURL ?? "" },
    maxRedirects: 0,
  });
  await open(page, `?q=${encodeURIComponent(name)}&columns=name,stage,tags&sort=name`);
  await grid(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.type("Custom");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Stage changed")).toBeVisible();
  const first = page.getByRole("row").nth(1);
  await expect(first).toContainText("Customer");
  await expect(grid(page)).toBeFocused();
  await axe(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back")).toBeVisible();
  await expect(first).not.toContainText("Customer");
});

test("sorted, filtered, kept as a view and shared", async ({ openContext, baseURL }) => {
  const context = await openContext(wide);
  const page = await context.newPage();
  await enterAs(context, "maya@harbor.example", baseURL);
  await open(page);
  await page.getByRole("columnheader", { name: /^Name/ }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=name/);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByLabel("Value").fill("Ø");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("link", { name: /Without “Name contains/ })).toBeVisible();
  const name = `With an ø ${Date.now() % 100_000}`;
  await page.getByRole("button", { name: "Keep this view" }).click();
  await page.getByLabel("What is it called?").fill(name);
  await page.getByLabel("Everybody in the hall may use it").check();
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page).toHaveURL(/view=[^&]+$/);
  await axe(page);

  const colleague = await openContext();
  await enterAs(colleague, "noor@harbor.example", baseURL);
  const theirs = await colleague.newPage();
  await open(theirs);
  await theirs.getByRole("navigation", { name: "Views" }).getByRole("link", { name }).click();
  await expect(theirs.getByRole("link", { name: /Without “Name contains/ })).toBeVisible();
});

test("what is chosen by a key is tagged, and that is taken back", async ({ openContext, baseURL }) => {
  const context = await openContext(wide);
  const page = await context.newPage();
  await enterAs(context, "maya@harbor.example", baseURL);
  await open(page, "?q=Bj%C3%B6rn&columns=name,tags");
  await grid(page).focus();
  await page.keyboard.press(" ");
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.keyboard.type(`Rower ${Date.now() % 100_000}`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Remove Rower/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("One changed")).toBeVisible();
  await expect(page.getByRole("row").nth(1)).toContainText("Rower");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back")).toBeVisible();
  await expect(page.getByRole("row").nth(1)).not.toContainText("Rower");
});

test("all that match are tagged, those out of sight too; it is taken back as one, and they go as one", async ({
  openContext,
  baseURL,
}) => {
  const context = await openContext(wide);
  await enterAs(context, "maya@harbor.example", baseURL);
  const name = `Gull${Date.now() % 1_000_000}`;
  const most = 105; // a page has a hundred
  for (let n = 0; n < most; n++)
    await context.request.post("/w/harbor/people/new", {
      form: { fullName: `${name} ${n}` },
      headers: { origin: baseURL ?? "" },
      maxRedirects: 0,
    });
  const page = await context.newPage();
  await open(page, `?q=${name}&columns=name,tags`);
  const chooseAll = async () => {
    await grid(page).focus();
    await page.keyboard.press("Control+a");
    await page.getByRole("button", { name: `Choose all ${most}` }).click();
  };
  await chooseAll();
  await page.getByRole("button", { name: "Tag", exact: true }).click();
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: `Remove ${name}` })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText(`${most} changed`)).toBeVisible();
  await expect(page.getByRole("row").nth(1).getByRole("gridcell").last()).toContainText(name);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back")).toBeVisible();
  await expect(page.getByRole("row").nth(1).getByRole("gridcell").last()).not.toContainText(name);
  await chooseAll();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("row")).toHaveCount(1);
});

test("a look at a row keeps the list, and Esc gives the focus back", async ({ openContext, baseURL }) => {
  const context = await openContext(wide);
  const page = await context.newPage();
  await enterAs(context, "maya@harbor.example", baseURL);
  await open(page);
  await grid(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(/peek=/);
  await expect(page.getByRole("complementary").getByRole("heading", { level: 2 }).last()).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/peek=/);
  await expect(grid(page)).toBeFocused();
});

test("a filter that cannot be read shows everything and says so", async ({ page, context, baseURL }) => {
  await enterAs(context, "maya@harbor.example", baseURL);
  await open(page, "?filter=%7Bnonsense");
  await expect(page.getByText("could not be read")).toBeVisible();
  await expect(page.getByRole("row").nth(5)).toBeVisible();
});

test("on a phone rows are slips, and can be chosen", async ({ page, context, baseURL }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enterAs(context, "maya@harbor.example", baseURL);
  await open(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("row").nth(2).getByRole("checkbox").click();
  await expect(page.getByText("One chosen")).toBeVisible();
  await axe(page);
});

test("without script it is a table that sorts and pages", async ({ openContext, baseURL }) => {
  const context = await openContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  await page.goto("/w/harbor/people");
  await page.getByRole("columnheader", { name: "Name" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=name/);
  await expect(page.getByRole("row").nth(50)).toBeAttached();
  await page.getByRole("searchbox").fill("Aoife");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=Aoife/);
  await expect(page.getByRole("row").nth(1)).toContainText("Aoife");
});

/** What the browser saw move without anybody having moved it, from the page's first picture on. */
function watchMoves(page: Page): () => Promise<readonly string[]> {
  const watching = page.addInitScript(() => {
    const moves: string[] = [];
    Object.assign(window, { moves });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moves.push(JSON.stringify(entry));
    }).observe({ type: "layout-shift", buffered: true });
  });
  return async () => {
    await watching;
    return page.evaluate(() => Reflect.get(window, "moves"));
  };
}
