import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";

/** Letters that no other walk has, since all of them share a house. */
const newName = () => Math.random().toString(36).slice(2, 8);
const password = "correct horse battery";

/** Finds the newest mail to this address where an installation without a mail server keeps it, and follows its link. */
async function followMail(page: Page, email: string): Promise<void> {
  const mail = page.getByRole("row").filter({ hasText: email }).first().getByRole("link").first();
  const arrived = async () => {
    await page.goto("/dev/mail");
    return mail.count();
  };
  await expect.poll(arrived, { timeout: 15_000 }).toBe(1);
  const letter = await (await page.request.get(`${await mail.getAttribute("href")}/html`)).text();
  await page.goto(/\/signup\/[\w-]+/.exec(letter)?.[0] ?? "");
}

test("a company signs itself up, opens its hall from the mail, and takes its first step", async ({ page, locale }) => {
  const say = { locale };
  const name = newName();
  const email = `${name}@company.example`;
  await page.goto("/signup");
  await page.locator("#company").fill(`远山 ${name}`);
  await expect(page.locator("#slug")).toHaveValue(`yuanshan-${name}`);
  await expect(page.getByText(m.signup_slug_free({ slug: `yuanshan-${name}` }, say))).toBeVisible();
  await page.locator("#slug").fill("Console");
  await page.getByRole("button", { name: m.signup_slug_instead({ slug: "console-2" }, say) }).click();
  await expect(page.locator("#slug")).toHaveValue("console-2");
  await page.locator("#slug").fill(`hall-${name}`);
  await expect(page.getByText(m.signup_slug_free({ slug: `hall-${name}` }, say))).toBeVisible();

  await page.locator("#email").fill(email);
  await page.locator("#password").fill("short");
  await page.getByRole("button", { name: m.signup_submit({}, say) }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.locator("#company")).toHaveValue(`远山 ${name}`);
  await screenshot(page, "signup-mistakes");
  await page.locator("#fullName").fill("林乔");
  await page.locator("#password").fill(password);
  await axe(page);
  await expectNoHorizontalScroll(page);
  await page.getByRole("button", { name: m.signup_submit({}, say) }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.signup_sent_title({}, say));
  await expect(page.getByText(email)).toBeVisible();
  await page.reload(); // what the button of the page before said aloud is still being said
  await axe(page);
  await screenshot(page, "signup-sent");
  await followMail(page, email);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`远山 ${name}`);
  await axe(page);
  await screenshot(page, "signup-accept");
  await page.getByRole("button", { name: m.signup_open({}, say) }).click();

  await expect(page).toHaveURL(new RegExp(`/w/hall-${name}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.signup_home_title({ name: "林乔" }, say));
  const figure = page.getByRole("progressbar");
  await expect(figure).toHaveAttribute("aria-valuenow", "0");
  await page.reload();
  await axe(page);
  await expectNoHorizontalScroll(page);
  await screenshot(page, "home-new");
  await page.getByRole("link", { name: m.signup_step_person_go({}, say) }).click();
  await page.locator("#fullName").fill("陈雨泽");
  await page.getByRole("button", { name: m.people_save({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("陈雨泽");
  await page.goto(`/w/hall-${name}`);
  await expect(figure).toHaveAttribute("aria-valuenow", "1");
  await page.getByRole("button", { name: m.signup_step_dismiss({ step: m.signup_step_portal({}, say) }, say) }).click();
  await expect(page.getByRole("heading", { name: m.signup_step_portal({}, say) })).toHaveCount(0);
  await screenshot(page, "home-begun");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a company signs itself up with forms alone; its address is made of its name, and nothing typed is lost", async ({
    page,
    locale,
  }) => {
    const say = { locale };
    const name = newName();
    const email = `${name}@company.example`;
    await page.goto("/signup");
    await page.locator("#company").fill(`Tea ${name}`);
    await page.locator("#slug").fill("harbor");
    await page.locator("#fullName").fill("Ada Lovelace");
    await page.locator("#email").fill(email);
    await page.locator("#password").fill(password);
    await page.getByRole("button", { name: m.signup_submit({}, say) }).click();
    await expect(page.locator("#slug")).toHaveAttribute("aria-invalid", "true");
    await expect(page.locator("#company")).toHaveValue(`Tea ${name}`);
    await expect(page.locator("#fullName")).toHaveValue("Ada Lovelace");
    await expect(page.locator("#email")).toHaveValue(email);
    await page.locator("#slug").fill("");
    await page.locator("#password").fill(password);
    await page.getByRole("button", { name: m.signup_submit({}, say) }).click();
    await expect(page.getByText(m.signup_sent_slug({ slug: `tea-${name}` }, say))).toBeVisible();
    await followMail(page, email);
    await page.getByRole("button", { name: m.signup_open({}, say) }).click();
    await expect(page).toHaveURL(new RegExp(`/w/tea-${name}$`));
  });
});
