import { fileURLToPath } from "node:url";
import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

const file = (name: string) =>
  fileURLToPath(new URL(`../../../packages/people/fixtures/imports/${name}`, import.meta.url));

async function looksRight(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.querySelector("[data-live-announcer]")?.remove());
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, name);
}

/** One list for each language that a hall speaks. */
const lists = {
  en: { email: "maya@harbor.example", slug: "harbor", name: "1-hubspot-contacts.csv" },
  "zh-CN": { email: "lin@yuanshan.example", slug: "yuanshan", name: "4-youzan-customers.gbk.csv" },
} as const;

for (const [speaks, { email, slug, name }] of Object.entries(lists)) {
  test(`a list in ${speaks} is brought, looked at, imported and undone`, async ({ page, context, baseURL }) => {
    const say = { locale: speaks === "en" ? "en" : "zh-CN" } as const;
    const button = (words: string) => page.getByRole("main").getByRole("button", { name: words, exact: true });
    await enterAs(context, email, baseURL);
    await page.goto(`/w/${slug}/people`);
    await page.getByRole("link", { name: m.imports_link({}, say), exact: true }).click();
    await page.getByLabel(m.imports_file({}, say), { exact: true }).setInputFiles(file(name));
    await looksRight(page, `import-${speaks}-file`);
    await button(m.imports_go_on({}, say)).click();

    await expect(page.getByRole("heading", { name: m.imports_columns_title({}, say) })).toBeVisible();
    await looksRight(page, `import-${speaks}-columns`);
    await button(m.imports_go_on({}, say)).click();
    await expect(page.getByRole("heading", { name: m.imports_matching_title({}, say) })).toBeVisible();
    await looksRight(page, `import-${speaks}-matching`);
    await button(m.imports_preview_go({}, say)).click();

    await expect(page.getByRole("heading", { name: m.imports_preview_title({}, say) })).toBeVisible({
      timeout: 15_000,
    });
    await looksRight(page, `import-${speaks}-preview`);
    await page.getByRole("main").locator("button[value=run]").click();
    await expect(page.getByText(m.imports_done_title({}, say))).toBeVisible({ timeout: 15_000 });
    await looksRight(page, `import-${speaks}-done`);

    await page.getByRole("link", { name: m.imports_change({}, say) }).click();
    const imported = m.merge_kind_import_of({ name }, say);
    await expect(page.getByRole("heading", { level: 1, name: imported })).toBeVisible();
    await page.getByRole("link", { name: m.merge_to_import({}, say) }).click();

    await button(m.imports_undo({}, say)).click();
    await expect(page.getByText(m.imports_undone_title({}, say))).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText(m.merge_left({}, say), { exact: true })).toHaveCount(0);
  });
}
