import { createHmac } from "node:crypto";
import { demoPassword } from "@guildhall/demo";
import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { CDPSession, Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

// One person walks all of this, and each step ends her other sessions: one combination, one after the other.
const noor = "noor@harbor.example";
const say = { locale: "en" } as const;
test.describe.configure({ mode: "serial", timeout: 90_000 });

async function look(page: Page, name: string): Promise<void> {
  // What react-aria says aloud names a button that may have gone meanwhile; it takes its word back after seven seconds.
  await expect(page.locator("[data-live-announcer] [role=img]")).toHaveCount(0, { timeout: 9_000 });
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, name);
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: m.shell_sign_out({}, say) }).click();
  await expect(page).toHaveURL(/\/$/);
}

/** A phone's own key store, made of software; it unlocks at once when it may. */
async function openKeyStore(page: Page): Promise<{ cdp: CDPSession; answer(itself: boolean): Promise<void> }> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const answer = async (enabled: boolean) => {
    await cdp.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
  };
  return { cdp, answer };
}

/** What an authenticator app shows for a key that was typed into it; `ahead` half minutes from now. */
function codeOf(typed: string, ahead = 0): string {
  const bits = [...typed.replaceAll(" ", "")]
    .map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0"))
    .join("");
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
  const mac = createHmac("sha1", key).update(counter).digest();
  return String((mac.readUInt32BE(mac.readUInt8(19) & 15) & 0x7fff_ffff) % 1_000_000).padStart(6, "0");
}

test.describe("passkeys", () => {
  test.use({ locale: "en", colorScheme: "light", width: 1440 });

  test("one is added, opens the door by itself, and is taken back", async ({ page, context, baseURL }) => {
    await enterAs(context, noor, baseURL);
    const keys = await openKeyStore(page);
    await page.goto("/account/security");
    await page.getByRole("link", { name: m.account_passkeys_add({}, say) }).click();
    await expect(page.locator("#name")).toHaveValue(/Chrome/);
    await look(page, "account-new-passkey");
    await page.locator("#name").fill("Laptop in the office");
    await page.getByRole("button", { name: m.account_passkey_make({}, say) }).click();
    await expect(page.getByRole("status").first()).toContainText(m.account_done_passkey_added({}, say));
    await expect(page.getByText("Laptop in the office")).toBeVisible();
    await page.reload();
    await look(page, "account-security-passkey");

    await keys.answer(false);
    await signOut(page);
    await page.goto("/login");
    await page.getByRole("link", { name: m.account_passkey_use({}, say) }).click();
    await look(page, "login-passkey");
    await keys.answer(true);
    await page.getByRole("button", { name: m.account_passkey_use({}, say) }).click();
    await expect(page).toHaveURL(/\/account$/);
    await expect(page.getByText(noor)).toBeVisible();

    await signOut(page);
    await page.goto("/login?to=/account/profile"); // the browser offers it where the address is typed
    await expect(page).toHaveURL("/account/profile");
    await page.waitForLoadState();

    await page.goto("/account/security");
    await page.getByRole("link", { name: m.account_passkeys_edit({}, say) }).click();
    await page.locator("#name").fill("The blue key");
    await page.getByRole("button", { name: m.account_save({}, say) }).click();
    await expect(page.getByText("The blue key")).toBeVisible();
    await page.getByRole("link", { name: m.account_passkeys_edit({}, say) }).click();
    await page.getByRole("button", { name: m.account_passkey_remove({}, say) }).click();
    await expect(page.getByText(m.account_passkeys_none({}, say))).toBeVisible();
  });
});

test.describe("an authenticator app", () => {
  test.use({ locale: "en", colorScheme: "dark", width: 390 });

  test("is set up, asked for at the door, stood in for by a recovery code, and removed", async ({
    page,
    context,
    baseURL,
  }) => {
    await enterAs(context, noor, baseURL);
    await page.goto("/account/security");
    await page.getByRole("button", { name: m.account_app_set_up({}, say) }).click();
    await expect(page.getByRole("img", { name: m.account_app_qr({}, say) })).toBeVisible();
    await look(page, "account-app");
    const typed = await page.getByLabel(m.account_app_secret({}, say)).inputValue();
    await page.locator("#code").fill("000000");
    await page.getByRole("button", { name: m.account_app_confirm({}, say) }).click();
    await expect(page.locator("#code-error")).toContainText(m.error_auth_factor_code_wrong({}, say));
    expect(await page.getByLabel(m.account_app_secret({}, say)).inputValue()).toBe(typed);
    await page.locator("#code").fill(codeOf(typed));
    await page.getByRole("button", { name: m.account_app_confirm({}, say) }).click();
    await expect(page.getByText(m.account_codes_once({}, say))).toBeVisible();
    const codes = await page.locator("ol > li").allTextContents();
    expect(codes).toHaveLength(10);
    await look(page, "account-codes");

    await signOut(page);
    await page.goto("/login?to=/account/profile");
    await page.locator("#email").fill(noor);
    await page.locator("#password").fill(demoPassword);
    await page.getByRole("button", { name: m.auth_sign_in({}, say), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.account_second_title({}, say));
    await look(page, "login-second");
    await page.goto("/account"); // the first step alone opens nothing
    await expect(page).toHaveURL(/\/login/);
    await page.goto("/login/second?to=/account/profile");
    await page.locator("#code").fill("000000");
    await page.getByRole("button", { name: m.auth_sign_in({}, say) }).click();
    await expect(page.locator("#code-error")).toBeVisible();
    await page.locator("#code").fill(codeOf(typed, 1)); // this half minute's is used up
    await page.getByRole("button", { name: m.auth_sign_in({}, say) }).click();
    await expect(page).toHaveURL("/account/profile");

    await signOut(page);
    await page.goto("/login");
    await page.locator("#email").fill(noor);
    await page.locator("#password").fill(demoPassword);
    await page.getByRole("button", { name: m.auth_sign_in({}, say), exact: true }).click();
    await page.getByRole("link", { name: m.account_use_recovery({}, say) }).click();
    await page.getByLabel(m.account_recovery_code({}, say)).fill((codes[0] ?? "").toLowerCase());
    await page.getByRole("button", { name: m.auth_sign_in({}, say) }).click();
    await expect(page).toHaveURL(/\/account$/);

    await page.goto("/account/security");
    await expect(page.getByText(m.account_codes_left({ count: 9 }, say))).toBeVisible();
    await look(page, "account-security-app");
    await page.goto("/account/prove?to=/account/devices");
    await look(page, "account-prove");
    await page.getByRole("link", { name: m.account_use_password({}, say) }).click();
    await page.locator("#password").fill(demoPassword);
    await page.getByRole("button", { name: m.account_prove({}, say), exact: true }).click();
    await expect(page).toHaveURL("/account/devices");
    await page.goto("/account/security");
    await page.getByRole("button", { name: m.account_app_remove({}, say) }).click();
    await expect(page.getByRole("button", { name: m.account_app_set_up({}, say) })).toBeVisible();
  });
});

test.describe("without script", () => {
  test.use({ locale: "en", colorScheme: "light", width: 1440 });

  test("the profile is kept: theme and language are there with the first byte, and stay after signing out", async ({
    openContext,
    baseURL,
  }) => {
    const context = await openContext({ javaScriptEnabled: false });
    await enterAs(context, noor, baseURL);
    const page = await context.newPage();
    await page.goto("/account/profile");
    await page.locator("#fullName").fill("Noor \u202eHaddad");
    await page.getByLabel("中文").check();
    await page.getByLabel(m.account_theme_dark({}, say)).check();
    await page.getByRole("button", { name: m.account_save({}, say) }).click();
    await expect(page.locator("#fullName-error")).toBeVisible();
    await page.locator("#fullName").fill("Noor Haddad");
    await page.locator("#timeZone").selectOption("Asia/Shanghai");
    await page.getByRole("button", { name: m.account_save({}, say) }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("#timeZone")).toHaveValue("Asia/Shanghai");
    await page.getByRole("button", { name: m.shell_sign_out({}, { locale: "zh-CN" }) }).click();
    await page.goto("/login");
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");

    await enterAs(context, noor, baseURL);
    await page.goto("/account/profile");
    await page.getByLabel("English").check();
    await page.getByLabel(m.account_theme_system({}, { locale: "zh-CN" })).check();
    await page.getByRole("button", { name: m.account_save({}, { locale: "zh-CN" }) }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test.describe("a device", () => {
  test.use({ locale: "en", colorScheme: "light", width: 390 });

  test("is signed out from another", async ({ page, context, openContext, baseURL }) => {
    const other = await openContext();
    await enterAs(other, noor, baseURL);
    await enterAs(context, noor, baseURL);
    await page.goto("/account/devices");
    await look(page, "account-devices");
    await page.getByRole("button", { name: m.account_devices_end_others({}, say) }).click();
    await expect(page.getByText(m.account_devices_ended({}, say))).toBeVisible();
    await expect(page.locator("main li")).toHaveCount(1);
    const there = await other.newPage();
    await there.goto("/account");
    await expect(there).toHaveURL(/\/login/);
  });
});

test.describe("leaving", () => {
  test.use({ locale: "en", colorScheme: "light", width: 1440 });

  test("somebody takes their data along, closes the account, and changes their mind", async ({
    page,
    context,
    baseURL,
    allowConsole,
  }) => {
    allowConsole(/Blocked script execution/); // the frame of a mail is sandboxed, also against what looks at it here
    await enterAs(context, noor, baseURL);
    await page.goto("/account/data");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: m.account_export({}, say) }).click();
    expect((await download).suggestedFilename()).toMatch(/^guildhall-account-\d{4}-\d\d-\d\d\.json$/);
    await look(page, "account-data");
    await page.locator("#confirmation").fill(noor);
    await page.getByRole("button", { name: m.account_close({}, say) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.account_closed_title({}, say));
    await look(page, "account-closed");
    await page.goto("/account");
    await expect(page).toHaveURL(/\/login/);

    await expect(async () => {
      await page.goto("/dev/mail");
      const letter = page.getByRole("row").filter({ hasText: noor }).filter({ hasText: "closed" }).first();
      await letter.getByRole("link").click({ timeout: 500 });
    }).toPass();
    const letter = await page
      .locator("pre")
      .textContent()
      .then((text) => text ?? "");
    await page.goto(new URL(/https?:\/\/\S+back\S+/.exec(letter)?.[0] ?? "").pathname);
    await look(page, "account-back");
    await page.getByRole("button", { name: m.account_back({}, say) }).click();
    await expect(page).toHaveURL(/\/login$/);
    await enterAs(context, noor, baseURL);
    await page.goto("/account");
    await expect(page.getByText(noor)).toBeVisible();
  });
});
