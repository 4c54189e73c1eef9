import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import { enterAs } from "./sign-in.ts";

const newWord = () => Math.random().toString(36).slice(2, 8).padEnd(6, "x");

test("a hall lets its members correct a field; one does, and finds it on their own timeline", async ({
  page,
  context,
  baseURL,
}) => {
  const say = { locale: "en" } as const;
  const name = `Boots ${newWord()}`;
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/settings/fields/new?type=text");
  await page.locator("#name").fill(name);
  await page.getByText(m.fields_member_correct({}, say)).click();
  await page.getByRole("button", { name: m.fields_define({}, say) }).click();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText(m.fields_members_correct({}, say));

  await page.goto("/c/harbor/me");
  await page.getByLabel(name).fill("42");
  await page.locator('form:has(input[value="fields"]) button[type="submit"]').click();
  await expect(page).toHaveURL(/saved=1/);
  await expect(async () => {
    await page.goto("/c/harbor/me/timeline");
    await expect(page.getByText(m.portal_line_corrected({}, say)).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, "my-timeline");
});

test("a company is tagged by keyboard alone, and the tag is taken off again", async ({ page, context, baseURL }) => {
  const say = { locale: "en" } as const;
  const name = `Quay ${newWord()}`;
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/companies/new");
  await page.locator("#name").fill(name);
  await page.locator("#name").press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByLabel(m.record_tag_add({}, say)).fill("Suppliers");
  await page.keyboard.press("Enter");
  const off = page.getByRole("button", { name: m.record_tag_remove({ name: "Suppliers" }, say) });
  await off.focus();
  await page.keyboard.press("Enter");
  await expect(off).toHaveCount(0);
});

test("without script somebody's company is looked for, and found beyond what the list offers", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  await enterAs(context, "maya@harbor.example", baseURL);
  const page = await context.newPage();
  const name = `Zwischen ${newWord()}`;
  await page.goto("/w/harbor/companies/new");
  await page.locator("#name").fill(name);
  await page.locator("#name").press("Enter");
  await page.goto("/w/harbor/people");
  const person = await page.locator('a[href^="/w/harbor/people/0"]').first().getAttribute("href");
  await page.goto(`${person}/positions`);
  await page.locator('input[name="find"]').fill(name.slice(0, 12));
  await page.locator('input[name="find"]').press("Enter");
  await page.locator("#companyId").selectOption({ label: name });
  await page.locator("#title").press("Enter");
  await expect(page.getByRole("link", { name })).toBeVisible();
  await context.close();
});
