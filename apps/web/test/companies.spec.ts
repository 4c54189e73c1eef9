import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

const say = { locale: "en" } as const; // Maya's own language, whatever her browser asks for
const digits = () => String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0");

async function looksRight(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.querySelector("[data-live-announcer]")?.remove());
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, name);
}

test("a field with answers is made, moved, and filled in for a company that people join by their addresses", async ({
  page,
  context,
  baseURL,
}) => {
  const n = digits();
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/settings/fields/new?of=company");
  await looksRight(page, "field-types");
  await page.getByRole("link", { name: m.fields_type_select({}, say), exact: true }).click();
  await page
    .getByRole("button", { name: m.fields_define({}, say) })
    .last()
    .click();
  await expect(page.locator("#name-error")).toBeVisible();
  await page.locator("#name").fill(`Level ${n}`);
  await page.getByLabel(m.fields_option({ number: 1 }, say), { exact: true }).fill("Gold");
  await page.getByLabel(m.fields_option({ number: 2 }, say), { exact: true }).fill("Silver");
  await page.getByRole("button", { name: m.fields_option_add({}, say) }).click();
  await page.getByLabel(m.fields_option({ number: 3 }, say), { exact: true }).fill("Tin");
  await page.getByRole("button", { name: m.fields_option_up({ number: 2 }, say) }).click();
  await expect(page.getByLabel(m.fields_option({ number: 1 }, say), { exact: true })).toHaveValue("Silver");
  await looksRight(page, "field-new");
  await page
    .getByRole("button", { name: m.fields_define({}, say) })
    .last()
    .click();
  await expect(page.getByText(m.fields_done_defined({}, say))).toBeVisible();
  await expect(page.getByRole("link", { name: `Level ${n}` })).toBeVisible();
  await looksRight(page, "fields");

  const domain = `pine-${n}.example`;
  await page.goto("/w/harbor/companies/new");
  await page.locator("#name").fill(`Pine ${n}`);
  await page.locator("#domain").fill("gmail.com");
  await page.getByRole("button", { name: m.companies_add({}, say) }).click();
  await expect(page.locator("#domain-error")).toBeVisible();
  await expect(page.locator("#name")).toHaveValue(`Pine ${n}`);
  await page.locator("#domain").fill(`https://www.${domain}/about`);
  await page.getByLabel(`Level ${n}`).selectOption({ label: "Silver" });
  await looksRight(page, "company-new");
  await page.getByRole("button", { name: m.companies_add({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Pine ${n}`);
  await expect(page.getByText("Silver").first()).toBeVisible();
  const company = page.url();

  await page.goto("/w/harbor/people/new");
  await page.locator("#fullName").fill(`Ann ${n}`);
  await page.locator("#email").fill(`ann@${domain}`);
  await page.getByRole("button", { name: m.people_save({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`Ann ${n}`);
  const person = page.url();
  await page.goto(company);
  await expect(page.getByRole("link", { name: `Ann ${n}` }).first()).toBeVisible();
  await looksRight(page, "company");

  await page.goto(`${person}/positions`);
  await expect(page.getByText(m.companies_position_by_domain({}, say)).first()).toBeVisible();
  await looksRight(page, "positions");
  await page.getByRole("button", { name: m.companies_position_end_named({ name: `Pine ${n}` }, say) }).click();
  await expect(page.getByText(m.companies_position_over({}, say), { exact: true }).first()).toBeVisible();
  await page.goto(company);
  await expect(page.getByRole("heading", { name: m.companies_people_before({}, say) })).toBeVisible();
});

test("a list is made, somebody is put on it and taken off, and it goes", async ({ page, context, baseURL }) => {
  const n = digits();
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/audiences");
  await page.locator("#name").fill(`Choir ${n}`);
  await page.getByRole("button", { name: m.audiences_make({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Choir ${n}`);
  await page.locator("#personId").fill("Maya");
  await page.getByRole("option", { name: /Maya/ }).first().click();
  await page.getByRole("button", { name: m.audiences_add_button({}, say), exact: true }).click();
  await expect(page.getByRole("row").filter({ hasText: "Maya" })).toBeVisible();
  await looksRight(page, "audience");
  await page.getByRole("row").filter({ hasText: "Maya" }).getByRole("button").click();
  await expect(page.getByText(m.audiences_empty_title({}, say))).toBeVisible();
  await page.getByRole("button", { name: m.audiences_delete_named({ name: `Choir ${n}` }, say) }).click();
  await expect(page.getByText(m.audiences_deleted({}, say))).toBeVisible();
  await looksRight(page, "audiences");
});

test("companies are found, written, tagged and given a place in the grid, and what was done is taken back", async ({
  openContext,
  baseURL,
}) => {
  const n = digits();
  const context = await openContext({ viewport: { width: 1440, height: 900 } });
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  for (const name of [`Larch ${n} Group`, `Larch ${n} Shop`]) {
    await page.goto("/w/harbor/companies/new");
    await page.locator("#name").fill(name);
    await page.getByRole("button", { name: m.companies_add({}, say) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  }
  await page.goto(`/w/harbor/companies?q=${encodeURIComponent(`Larch ${n}`)}&columns=name,parent,tags,owner&sort=name`);
  const grid = page.getByRole("grid", { name: "Companies" });
  const shop = page.getByRole("row").nth(2);
  await expect(shop).toContainText(`Larch ${n} Shop`);
  await grid.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.type(`Larch ${n} G`);
  await page.getByRole("option", { name: `Larch ${n} Group` }).click();
  await expect(page.getByText(m.grid_edit_done({ column: m.grid_col_parent({}, say) }, say))).toBeVisible();
  await expect(shop).toContainText("Group");
  await axe(page);
  await grid.focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: m.grid_bulk_owner({}, say), exact: true }).click();
  await page.getByRole("option", { name: /Noor/ }).click();
  await expect(page.getByText("2 changed")).toBeVisible();
  await expect(shop).toContainText("Noor");
  await grid.focus();
  await page.keyboard.press("Control+a");
  await page.getByRole("button", { name: m.grid_bulk_delete({}, say) }).click();
  await page
    .getByRole("alertdialog")
    .getByRole("button", { name: m.grid_bulk_delete({}, say) })
    .click();
  // The group stays: the shop belonged to it when it was asked.
  await expect(page.getByText("one is needed elsewhere and stays")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByText(m.grid_undone({}, say))).toBeVisible();
  await expect(shop).toContainText("Noor");
});
