import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

const say = { locale: "en" } as const;
const unique = () => Math.random().toString(36).slice(2, 10);

/** Writes somebody down by hand; the address of their page. */
async function writeDown(page: Page, name: string, email: string): Promise<string> {
  await page.goto("/w/harbor/people/new");
  await page.getByLabel(m.people_name({}, say), { exact: true }).fill(name);
  await page.getByLabel(m.people_email({}, say)).first().fill(email);
  await page.getByLabel(m.people_name({}, say), { exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  return new URL(page.url()).pathname;
}

const idIn = (path: string) => path.split("/").at(-1) ?? "";

test("two records of one person are laid side by side, made one, and parted again", async ({
  page,
  context,
  baseURL,
}) => {
  const mark = unique();
  const [first, second] = [`Ada ${mark}`, `Ada ${mark} Byron`];
  await enterAs(context, "maya@harbor.example", baseURL);
  const kept = await writeDown(page, first, `a.${mark}@example.com`);
  const merged = await writeDown(page, second, `b.${mark}@example.com`);

  await page.goto(kept);
  await page.getByRole("link", { name: m.merge_start({}, say) }).click();
  await page.getByRole("link", { name: m.merge_alike_compare({ name: second }, say) }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: m.merge_pair_title({ kept: first, merged: second }, say) }),
  ).toBeVisible();
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, "merge-pair");
  await page
    .getByRole("radiogroup", { name: m.merge_email({}, say) })
    .getByLabel(`b.${mark}@example.com`)
    .check();
  await page.getByRole("button", { name: m.merge_act({}, say) }).click();

  await expect(page).toHaveURL(new RegExp(`${kept}$`));
  await expect(page.getByText(`b.${mark}@example.com`).first()).toBeVisible();
  await page.goto(merged); // whoever still has the other's address comes to the one that stays
  await expect(page).toHaveURL(new RegExp(`${kept}$`));
  await axe(page);

  await page.getByRole("link", { name: m.merge_part_named({ name: second }, say) }).click();
  await expect(page).toHaveURL(new RegExp(`${kept}/merged/${idIn(merged)}$`));
  await axe(page);
  await page.getByRole("button", { name: m.merge_part_act({}, say) }).click();
  await expect(page).toHaveURL(/\/changes\//);
  await expect(page.getByText(m.merge_left_none({}, say))).toBeVisible();
  await page.goto(merged);
  await expect(page.getByRole("heading", { level: 1, name: second })).toBeVisible();
});

test("merging needs no script", async ({ browser, page, context, baseURL }) => {
  const mark = unique();
  await enterAs(context, "maya@harbor.example", baseURL);
  const kept = await writeDown(page, `Bo ${mark}`, `c.${mark}@example.com`);
  const merged = await writeDown(page, `Bo ${mark} Li`, `d.${mark}@example.com`);
  const plain = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  await enterAs(plain, "maya@harbor.example", baseURL);
  const still = await plain.newPage();
  await still.goto(`${kept}/merge?with=${idIn(merged)}`);
  await still.locator('main form[method="post"] button[type="submit"]').click();
  await expect(still).toHaveURL(new RegExp(`${kept}$`));
  await expect(still.getByText(`d.${mark}@example.com`).first()).toBeVisible();
  await plain.close();
});
