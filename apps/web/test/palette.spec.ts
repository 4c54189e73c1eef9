import { m } from "@guildhall/i18n/messages";
import { axe, expect, screenshot, test } from "@guildhall/testing/browser";
import { enterAs } from "./sign-in.ts";

test.beforeEach(async ({ page, context, baseURL, locale }) => {
  await enterAs(context, locale === "en" ? "manager@yuanshan.example" : "admin@yuanshan.example", baseURL);
  await page.goto("/w/yuanshan/people");
});

test("one field finds what can be done, in either language, and goes there", async ({ page }) => {
  const lang = await page.locator("html").getAttribute("lang");
  const say = { locale: lang === "en" ? "en" : "zh-CN" } as const;
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox", { name: m.ui_search_or_do({}, say) });
  await expect(field).toBeFocused();
  await screenshot(page, "palette");
  await axe(page);
  await field.fill("biangeng");
  await expect(page.getByRole("dialog").getByRole("option")).toHaveText([new RegExp(m.actions_audit({}, say))]);
  await field.fill("History");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/w\/yuanshan\/audit$/);
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog");
  await expect(palette.getByRole("option").first()).toContainText(m.actions_audit({}, say)); // what was done last
  await page.keyboard.press("Escape");
  await expect(field).toBeHidden();
});

test("two keys lead to a room; the sheet lists them, and turns them off for good", async ({ page }) => {
  await expect(async () => {
    await page.keyboard.press("g"); // nobody hears it before scripts run
    await page.keyboard.press("a");
    await expect(page).toHaveURL(/\/w\/yuanshan\/audit$/, { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog");
  await expect(sheet).toBeVisible();
  await screenshot(page, "shortcuts");
  await axe(page);
  await sheet.getByRole("switch").click();
  await page.keyboard.press("Escape");
  await page.reload();
  await page.keyboard.press("g");
  await page.keyboard.press("p");
  await page.keyboard.press("Control+k"); // still works, and shows that the page heard the keys before it
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await expect(page).toHaveURL(/\/w\/yuanshan\/audit$/);
});

test("a key that is pressed the moment the page begins to wake does not keep it asleep", async ({ page }) => {
  await page.addInitScript(() => {
    const listen = document.addEventListener.bind(document);
    const press = () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true }));
    document.addEventListener = (type: string, ...rest: [EventListener]) => {
      listen(type, ...rest);
      // React listens from the moment on at which it takes the page over.
      if (type === "keydown") queueMicrotask(press);
    };
  });
  await page.goto("/w/yuanshan/audit");
  await expect(page.locator("[inert] button")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
});

test("a letter is a letter where somebody writes", async ({ page }) => {
  await page.goto("/w/yuanshan/people/new");
  await page.locator("#fullName").pressSequentially("g a?");
  await expect(page.locator("#fullName")).toHaveValue("g a?");
  await expect(page).toHaveURL(/people\/new$/);
});
