import { demoPassword } from "@guildhall/demo";
import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";

// These walks write to one person, who may be written to a few times an hour: one combination each.
const suwan = "suwan@yuanshan.example";
const phone = "+8613900139000";
const zh = { locale: "zh-CN" } as const;
const en = { locale: "en" } as const;

// A mail is shown in a sandboxed frame, which also stops the script that these tests look with.
test.beforeEach(({ allowConsole }) => allowConsole(/Blocked script execution/));

/** The newest message to somebody, once there are `atLeast` of them; as plain text. */
async function newestTo(page: Page, place: "mail" | "sms", to: string, before: number): Promise<string> {
  await expect(async () => {
    await page.goto(`/dev/${place}`);
    expect(await page.getByRole("row").filter({ hasText: to }).count()).toBeGreaterThan(before);
  }).toPass();
  const lead = page.getByRole("row").filter({ hasText: to }).first().getByRole("rowheader");
  if (place === "sms") return (await lead.textContent()) ?? "";
  await lead.getByRole("link").click();
  return (await page.locator("pre").textContent()) ?? "";
}

async function countTo(page: Page, place: "mail" | "sms", to: string): Promise<number> {
  await page.goto(`/dev/${place}`);
  return page.getByRole("row").filter({ hasText: to }).count();
}

const linkIn = (text: string) => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? "").pathname;
const digitsIn = (text: string) => /\b\d{6}\b/.exec(text)?.[0] ?? "";

/** Looks at a page afresh: for a few seconds, react-aria keeps what it announced of a button that is gone. */
async function look(page: Page, name: string): Promise<void> {
  await page.reload();
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, name);
}

test.describe("by mail", () => {
  test.use({ locale: "zh-CN", colorScheme: "light", width: 390 });

  test("somebody is mailed a link, presses its button, and is where they were going", async ({ page }) => {
    const before = await countTo(page, "mail", suwan);
    await page.goto("/account");
    await page.locator("#email").fill(suwan);
    await page.getByRole("button", { name: m.signin_mail_link({}, zh) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.signin_sent_mail_title({}, zh));
    await look(page, "login-code-mail");
    const letter = await newestTo(page, "mail", suwan, before);
    await page.goto(linkIn(letter));
    await expect(page.getByText(suwan)).toBeVisible();
    await look(page, "login-link");
    await page.getByRole("button", { name: m.auth_sign_in({}, zh), exact: true }).click();
    await expect(page).toHaveURL(/\/account$/);
    await page.goto("/login");
    await expect(page).toHaveURL(/\/account$/);
  });

  test("on another device the link asks whose it is, and the code of the same mail opens the first", async ({
    page,
    openContext,
    baseURL,
  }) => {
    const before = await countTo(page, "mail", suwan);
    await page.goto("/login");
    await page.locator("#email").fill(suwan);
    await page.getByRole("button", { name: m.signin_mail_link({}, zh) }).click();
    await expect(page).toHaveURL(/\/login\/code/);
    const reader = await (await openContext()).newPage();
    const letter = await newestTo(reader, "mail", suwan, before);
    await reader.goto(linkIn(letter));
    await look(reader, "login-link-elsewhere");
    await reader.locator("#email").fill("lin@yuanshan.example");
    await reader.getByRole("button", { name: m.auth_sign_in({}, zh), exact: true }).click();
    await expect(reader.locator("#email-error")).toContainText(m.error_auth_address_mismatch({}, zh));
    await expect(reader.locator("#email")).toHaveValue("lin@yuanshan.example");

    const right = digitsIn(letter);
    await page.locator("#code").fill(right === "000000" ? "000001" : "000000");
    await page.getByRole("button", { name: m.auth_sign_in({}, zh), exact: true }).click();
    await expect(page.locator("#code-error")).toContainText(m.error_auth_code_wrong({}, zh));
    await page.locator("#code").fill(`${right.slice(0, 3)} ${right.slice(3)}`);
    await page.getByRole("button", { name: m.auth_sign_in({}, zh), exact: true }).click();
    await expect(page).toHaveURL(/\/account$/);

    await reader.goto(linkIn(letter));
    await expect(reader.getByRole("heading", { level: 1 })).toHaveText(m.signin_link_gone_title({}, zh));
    await look(reader, "login-link-gone");
    expect((await reader.context().cookies(baseURL)).map(({ name }) => name)).not.toContain("guildhall");
  });
});

test.describe("by SMS, with script off", () => {
  test.use({ locale: "en", colorScheme: "dark", width: 1440 });

  test("somebody is texted a code and signs in with it", async ({ page, openContext }) => {
    const before = await countTo(page, "sms", phone);
    const plain = await (await openContext({ javaScriptEnabled: false })).newPage();
    await plain.goto("/login");
    await plain.getByRole("link", { name: m.signin_text_code({}, en) }).click();
    await plain.locator("#phone").fill("138");
    await plain.getByRole("button", { name: m.signin_text_code({}, en) }).click();
    await expect(plain.locator("#phone-error")).toContainText("country code");
    await expect(plain.locator("#phone")).toHaveValue("138");
    await plain.locator("#phone").fill("0086 139-0013-9000");
    await plain.getByRole("button", { name: m.signin_text_code({}, en) }).click();
    await expect(plain.getByRole("heading", { level: 1 })).toHaveText(m.signin_sent_sms_title({}, en));
    await plain.locator("#code").fill(digitsIn(await newestTo(page, "sms", phone, before)));
    await plain.getByRole("button", { name: m.auth_sign_in({}, en), exact: true }).click();
    await expect(plain).toHaveURL(/\/account$/);
  });

  test("a number that nobody has gets the same page, and no message", async ({ page }) => {
    await page.goto("/login?by=sms");
    await look(page, "login-sms");
    await page.locator("#phone").fill("+44 7700 900 999");
    await page.getByRole("button", { name: m.signin_text_code({}, en) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.signin_sent_sms_title({}, en));
    await look(page, "login-code-sms");
    await page.locator("#code").fill("123456");
    await page.getByRole("button", { name: m.auth_sign_in({}, en), exact: true }).click();
    await expect(page.locator("#code-error")).toContainText(m.error_auth_code_wrong({}, en));
    expect(await countTo(page, "sms", "+447700900999")).toBe(0);
  });
});

test.describe("a forgotten password", () => {
  test.use({ locale: "en", colorScheme: "light", width: 1440 });

  test("is set anew by a mailed link, which ends every other session", async ({ page, openContext }) => {
    const before = await countTo(page, "mail", suwan);
    const other = await (await openContext()).newPage();
    await other.goto("/login");
    await other.locator("#email").fill(suwan);
    await other.locator("#password").fill(demoPassword);
    await other.getByRole("button", { name: m.auth_sign_in({}, en), exact: true }).click();
    await expect(other).toHaveURL(/\/account$/);

    await page.goto("/login");
    await page.getByRole("link", { name: m.signin_forgot({}, en) }).click();
    await expect(page).toHaveURL(/\/reset$/);
    await look(page, "reset");
    await page.locator("#email").fill(suwan);
    await page.getByRole("button", { name: m.signin_reset_send({}, en) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.signin_reset_sent_title({}, en));
    await look(page, "reset-sent");
    const link = linkIn(await newestTo(page, "mail", suwan, before));
    await page.goto(link);
    await look(page, "reset-link");
    await page.locator("#password").fill("short");
    await page.getByRole("button", { name: m.signin_set_password({}, en) }).click();
    await expect(page.locator("#password-error")).toContainText("10");
    await page.locator("#password").fill(demoPassword);
    await page.getByRole("button", { name: m.signin_set_password({}, en) }).click();
    await expect(page).toHaveURL(/\/account$/);
    await other.goto("/account");
    await expect(other).toHaveURL(/\/login/);
    await other.goto(link);
    await expect(other.getByRole("heading", { level: 1 })).toHaveText(m.signin_link_gone_title({}, en));
    expect(await newestTo(page, "mail", suwan, before + 1)).toContain("密码");
  });
});
