import { text } from "node:stream/consumers";
import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

const say = { locale: "en" } as const; // Maya's own language, whatever her browser asks for
const grid = (page: Page) => page.getByRole("grid", { name: "People" });

async function open(page: Page, search = ""): Promise<void> {
  await page.goto(`/w/harbor/people${search}`);
  await expect(grid(page)).toBeVisible();
}

const wide = { viewport: { width: 1440, height: 900 }, locale: "en" };

/** Somebody of this run alone, so that it can be walked again in the same hall. */
async function somebody(page: Page, name: string): Promise<void> {
  await page.goto("/w/harbor/people/new");
  await page.locator("#fullName").fill(name);
  await page.getByRole("button", { name: m.people_save({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
}

const unique = () => `${Date.now() % 1_000_000}${Math.floor(Math.random() * 90 + 10)}`;

test("what somebody else changed meanwhile is shown, and what one wrote is not lost", async ({
  openContext,
  baseURL,
}) => {
  const context = await openContext(wide);
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  const name = `Tove ${unique()}`;
  await somebody(page, name);
  const id = new URL(page.url()).pathname.split("/").at(-1);
  await open(page, `?q=${encodeURIComponent(name)}&columns=name,timeZone`);
  await grid(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("F2");
  await page.keyboard.type("Europe/Oslo");
  const colleague = await openContext();
  await enterAs(colleague, "noor@harbor.example", baseURL);
  const theirs = await colleague.request.post("/w/harbor/grids/people/cell", {
    headers: { origin: baseURL ?? "" },
    data: { edits: [{ id, column: "timeZone", value: "Europe/Paris", before: null }] },
  });
  expect(await theirs.json()).toEqual({ ok: true, done: [{ ok: true }] });
  await page.keyboard.press("Enter");
  await expect(page.getByText("You wrote “Europe/Oslo”.")).toBeVisible();
  const row = page.getByRole("row").nth(1);
  await expect(row).toContainText("Europe/Paris");
  await axe(page);
  await page.getByRole("button", { name: m.grid_edit_insist({}, say) }).click();
  await expect(page.getByText("Time zone changed")).toBeVisible();
  await expect(row).toContainText("Europe/Oslo");
});

test("keys walk, copy, paste, empty and take back as in a spreadsheet", async ({ openContext, baseURL }) => {
  const context = await openContext(wide);
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  const crew = `Crew ${unique()}`;
  for (const which of ["a", "b", "c"]) await somebody(page, `${crew} ${which}`);
  await open(page, `?q=${encodeURIComponent(crew)}&columns=name,stage,language,timeZone&sort=name`);
  const row = (place: number) => page.getByRole("row").nth(place);
  await expect(row(3)).toContainText(`${crew} c`);
  await grid(page).focus();
  await page.keyboard.press("ArrowRight");
  await paste(page, "Customer\tEnglish\tEurope/Oslo\nPartner\tnobody knows\tnowhere\n");
  await expect(row(1)).toContainText("CustomerEnglishEurope/Oslo");
  await expect(row(2)).toContainText("Partner");
  await expect(page.getByText(m.grid_paste_lost({ count: 1 }, say))).toBeVisible();
  await expect(page.getByText("You wrote “nowhere”.")).toBeVisible();
  await page
    .getByRole("tooltip")
    .getByRole("button", { name: m.ui_close({}, say) })
    .click();
  await grid(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Shift+Control+ArrowDown");
  await paste(page, "Lead");
  for (const place of [1, 2, 3]) await expect(row(place)).toContainText("Lead");
  await page.keyboard.press("Delete");
  for (const place of [1, 2, 3]) await expect(row(place)).not.toContainText("Lead");
  await page.keyboard.press("Control+z");
  for (const place of [1, 2, 3]) await expect(row(place)).toContainText("Lead");
  await page.keyboard.press("Control+z");
  await expect(row(1)).toContainText("Customer");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(page.getByText("One chosen")).toBeVisible();
  await page.keyboard.press("Shift+ArrowUp");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByText("One chosen")).toBeHidden();
});

async function paste(page: Page, text: string): Promise<void> {
  await grid(page).evaluate((table, written) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", written);
    table.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("all that match are given a value in any column, and it is taken back as one", async ({
  openContext,
  baseURL,
}) => {
  const context = await openContext(wide);
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  const crew = `Watch ${unique()}`;
  for (const which of ["a", "b"]) await somebody(page, `${crew} ${which}`);
  await open(page, `?q=${encodeURIComponent(crew)}&columns=name,timeZone&sort=name`);
  for (const place of [1, 2]) await page.getByRole("row").nth(place).getByRole("checkbox").click();
  await expect(page.getByRole("link", { name: m.grid_bulk_merge({}, say) })).toHaveAttribute("href", /\/merge\?with=/);
  await grid(page).focus();
  await page.keyboard.press("Control+a");
  await expect(page.getByText("2 chosen")).toBeVisible();
  await page.getByRole("button", { name: m.grid_bulk_set({}, say) }).click();
  await page.getByLabel(m.grid_bulk_set_column({}, say), { exact: true }).selectOption({ label: "Time zone" });
  await page.getByRole("button", { name: m.grid_bulk_set_act({}, say) }).click();
  await expect(page.getByText(m.grid_bulk_set_missing({}, say))).toBeVisible();
  await page.getByLabel(m.grid_bulk_set_value({}, say)).fill("Europe/Oslo");
  await axe(page);
  await page.getByRole("button", { name: m.grid_bulk_set_act({}, say) }).click();
  await expect(page.getByText("2 changed")).toBeVisible();
  await expect(page.getByRole("link", { name: m.grid_bulk_look({}, say), exact: true })).toHaveAttribute(
    "href",
    /\/changes\//,
  );
  for (const place of [1, 2]) await expect(page.getByRole("row").nth(place)).toContainText("Europe/Oslo");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back")).toBeVisible();
  for (const place of [1, 2]) await expect(page.getByRole("row").nth(place)).not.toContainText("Europe/Oslo");
});

test("what the view shows goes out as a file, and so do those chosen", async ({ openContext, baseURL }) => {
  const context = await openContext({ ...wide, acceptDownloads: true });
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  const crew = `Purser ${unique()}`;
  for (const which of ["a", "b"]) await somebody(page, `${crew} ${which}`);
  await open(page, `?q=${encodeURIComponent(crew)}&columns=name,stage&sort=-name`);
  const taken = async () => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("menuitem", { name: m.grid_export_csv({}, say) }).click(),
    ]);
    return (await text(await file.createReadStream())).replace("\ufeff", "").trim().split("\r\n");
  };
  await page.getByRole("button", { name: m.grid_export({}, say), exact: true }).click();
  expect(await taken()).toEqual(["Name,Stage", `${crew} b,`, `${crew} a,`]);
  await page.getByRole("row").nth(2).getByRole("checkbox").click();
  await page
    .getByRole("region", { name: m.grid_bulk({}, say) })
    .getByRole("button", { name: "Export" })
    .click();
  expect(await taken()).toEqual(["Name,Stage", `${crew} a,`]);
});

test("a view is renamed and let go", async ({ openContext, baseURL }) => {
  const context = await openContext(wide);
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  const name = `Harbour ${unique()}`;
  await open(page, "?sort=name");
  await page.getByRole("button", { name: "Keep this view" }).click();
  await page.getByLabel("What is it called?").fill(name);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page).toHaveURL(/view=/);
  const views = page.getByRole("navigation", { name: "Views" });
  await page.getByRole("button", { name: `${name}: what to do` }).click();
  await page.getByRole("menuitem", { name: m.grid_view_rename({}, say) }).click();
  await page.getByLabel("What is it called?").fill(`${name} again`);
  await axe(page);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(views.getByRole("link", { name: `${name} again` })).toBeVisible();
  await expect(page.getByRole("dialog")).toBeHidden();
  const through = page.url();
  await page.getByRole("button", { name: `${name} again: what to do` }).click();
  await page.getByRole("menuitem", { name: m.grid_view_delete({}, say) }).click();
  await expect(views.getByRole("link", { name: `${name} again` })).toBeHidden();
  // Whoever still looks through it is told, and sees everybody.
  await open(page, new URL(through).search);
  await expect(page.getByText(m.grid_view_gone({}, say))).toBeVisible();
});

test("on a phone rows are sorted and filtered in a sheet, and a second tap writes", async ({
  openContext,
  baseURL,
}) => {
  const context = await openContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  const crew = `Mate ${unique()}`;
  for (const which of ["a", "b"]) await somebody(page, `${crew} ${which}`);
  await open(page, `?q=${encodeURIComponent(crew)}&columns=name,stage`);
  await page.getByRole("button", { name: m.grid_sort({}, say), exact: true }).tap();
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.getByLabel(m.grid_sort_by({}, say)).selectOption({ label: "Name" });
  await page.getByText(m.grid_column_sort_down({}, say)).tap();
  await axe(page);
  await page.getByRole("button", { name: m.grid_filter_apply({}, say), exact: true }).tap();
  await expect(page).toHaveURL(/sort=-name/);
  await expect(page.getByRole("row").nth(1)).toContainText(`${crew} b`);
  await page.getByRole("button", { name: "Filter", exact: true }).tap();
  await page.getByLabel("Value").fill("a");
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: m.grid_filter_apply({}, say), exact: true }).tap();
  await expect(page).toHaveURL(/filter=/);
  const stage = page.getByRole("row").nth(1).getByRole("gridcell").nth(1);
  await stage.tap();
  await stage.tap();
  await page.getByRole("option", { name: "Customer" }).tap();
  await expect(stage).toContainText("Customer");
});

test("without script rows are filtered, chosen, tagged, and it is taken back", async ({ openContext, baseURL }) => {
  const context = await openContext({ ...wide, javaScriptEnabled: false });
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  const crew = `Stoker ${unique()}`;
  await somebody(page, crew);
  await page.goto("/w/harbor/people?columns=name,tags");
  await page.getByLabel("Column", { exact: true }).selectOption({ label: "Name" });
  await page.getByLabel("Value").fill(crew);
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await expect(page).toHaveURL(/filter=/);
  await page.getByRole("row").nth(1).getByRole("checkbox").check();
  await page.getByRole("button", { name: m.grid_bulk({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One chosen");
  await page.getByRole("combobox", { name: m.grid_bulk_tag({}, say), exact: true }).fill(crew);
  await page.getByRole("button", { name: m.grid_bulk_tag({}, say), exact: true }).click();
  await expect(page.getByText("One changed")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page).toHaveURL(/\/people$/);
});
