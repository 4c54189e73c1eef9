import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import { enterAs } from "./sign-in.ts";

const say = { locale: "en" } as const;
const digits = () => String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0");

test("staff write somebody down, say how far they have come, file them, and add a way to reach them", async ({
  page,
  context,
  baseURL,
}) => {
  const name = `Ada ${digits()}`;
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/people/new");
  await page.getByLabel(m.people_name({}, say), { exact: true }).fill(name);
  await page.getByLabel(m.people_name({}, say), { exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await page.getByLabel(m.record_stage({}, say)).selectOption("customer");
  await expect(page.getByText(/^Customer, known since/)).toBeVisible();
  await page.getByLabel(m.record_tag_add({}, say)).fill("Sailors");
  await page.getByLabel(m.record_tag_add({}, say)).press("Enter");
  await expect(page.getByRole("button", { name: m.record_tag_remove({ name: "Sailors" }, say) })).toBeVisible();
  await page.getByText(m.record_add_reach({}, say)).click();
  const address = `ada.${digits()}@example.com`;
  await page.getByLabel(m.record_value({}, say)).fill(address);
  await page.getByLabel(m.record_value({}, say)).press("Enter");
  await expect(page.getByRole("link", { name: m.record_write({ value: address }, say) })).toBeVisible();
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, "person");
});

test("a member says what may be sent to them, without script", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  await enterAs(context, "member@yuanshan.example", baseURL);
  const page = await context.newPage();
  await page.goto("/c/yuanshan/me");
  const box = page.locator('input[name="agreed"]').first();
  const was = await box.isChecked();
  await box.setChecked(!was);
  await page.locator('form:has(input[value="consents"]) button[type="submit"]').click();
  await expect(page).toHaveURL(/saved=1/);
  expect(await page.locator('input[name="agreed"]').first().isChecked()).toBe(!was);
  await context.close();
});
