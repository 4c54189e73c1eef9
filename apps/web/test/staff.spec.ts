import { demoPassword } from "@guildhall/demo";
import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { pictureOf } from "./picture.ts";
import { enterAs } from "./sign-in.ts";

const newDigits = () => String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0");
const say = { locale: "en" } as const; // Maya's own language, whatever her browser asks for

/** The link in the newest mail to an address, once it has left. */
async function mailedLink(page: Page, address: string, subject: string): Promise<string> {
  await expect(async () => {
    await page.goto("/dev/mail");
    await expect(page.getByText(address).first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("row").filter({ hasText: address }).getByRole("link", { name: subject }).first().click();
  const link = await page
    .frameLocator("iframe")
    .getByRole("link")
    .filter({ hasText: /\/join\// })
    .first()
    .getAttribute("href");
  expect(link).toBeTruthy();
  return new URL(link ?? "").pathname;
}

async function looksRight(page: Page, name: string): Promise<void> {
  // What a button that was at work said lingers for screen readers after its page is gone.
  await page.evaluate(() => document.querySelector("[data-live-announcer]")?.remove());
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, name);
}

test("an owner invites by mail in bulk; one comes in, is made more, and is shown out", async ({
  page,
  context,
  openContext,
  baseURL,
  locale,
  allowConsole,
}) => {
  allowConsole(/Blocked script execution|status of 404/); // the frame of /dev/mail; and the door that is closed at the end
  const digits = newDigits();
  const [one, two] = [`li.${digits}@example.com`, `han.${digits}@example.com`];
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/settings/staff");
  await page.getByRole("link", { name: m.staff_invite({}, say) }).click();
  const addresses = page.locator("#addresses");
  await addresses.fill(`Li Lei <${one}>; nobody，${two}`);
  await page.getByRole("button", { name: m.staff_invite_send({}, say) }).click();
  await expect(page.locator("#addresses-error")).toContainText("nobody");
  await expect(addresses).toHaveValue(`Li Lei <${one}>; nobody，${two}`);
  await looksRight(page, "staff-invite-error");
  await addresses.fill(`Li Lei <${one}>; maya@harbor.example，${two}`);
  await page.getByRole("button", { name: m.staff_invite_send({}, say) }).click();
  await expect(page.locator("#addresses-error")).toContainText("maya@harbor.example");
  await addresses.fill(`Li Lei <${one}>; ${two}`);
  await page.getByRole("button", { name: m.staff_invite_send({}, say) }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 invitations" })).toBeVisible();
  await expect(page.locator("#invitations")).toContainText(two);
  await looksRight(page, "staff-invited");

  const guest = await openContext();
  const theirs = await guest.newPage();
  const browser = { locale };
  const path = await mailedLink(theirs, one, "Maya Okafor invites you to Harbor & Pine");
  await theirs.goto(path);
  await expect(theirs.getByRole("heading", { level: 1 })).toContainText("Harbor & Pine");
  await expect(theirs.locator("#fullName")).toHaveValue("Li Lei");
  await looksRight(theirs, "join-account");
  await theirs.locator("#password").fill("short");
  await theirs.getByRole("button", { name: m.staff_join_make_account({}, browser) }).click();
  await expect(theirs.locator("#password-error")).toBeVisible();
  await theirs.locator("#password").fill(demoPassword);
  await theirs.getByRole("button", { name: m.staff_join_make_account({}, browser) }).click();
  await expect(theirs).toHaveURL(/\/w\/harbor$/);
  await theirs.goto("/w/harbor/settings/staff");
  await expect(theirs.getByRole("row").filter({ hasText: one })).toContainText(m.auth_role_staff({}, browser));
  await expect(theirs.getByRole("link", { name: m.staff_invite({}, browser) })).toBeHidden();
  await looksRight(theirs, "staff-as-staff");
  await theirs.goto(path);
  await expect(theirs.getByText(m.staff_join_inside({}, browser))).toBeVisible();

  await page.goto("/w/harbor/settings/staff");
  const row = page.getByRole("row").filter({ hasText: one });
  await row.getByRole("link", { name: m.staff_change({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Li Lei");
  await looksRight(page, "staff-member");
  await page.getByRole("radio", { name: m.auth_role_manager({}, say) }).check();
  await page.getByRole("button", { name: m.staff_save_role({}, say) }).click();
  await expect(row).toContainText(m.auth_role_manager({}, say));
  await theirs.goto("/w/harbor/audit");
  await expect(theirs.getByRole("heading", { level: 1 })).toHaveText(m.audit_title({}, browser));

  await row.getByRole("link", { name: m.staff_change({}, say) }).click();
  await page.getByRole("link", { name: m.staff_remove_person({ name: "Li Lei" }, say) }).click();
  await looksRight(page, "staff-remove");
  await page.getByRole("button", { name: m.staff_remove_person({ name: "Li Lei" }, say) }).click();
  await page.waitForURL(/\/settings\/staff(\?|$)/);
  await expect(row).toBeHidden();
  await theirs.goto("/w/harbor/people");
  await expect(theirs.getByText("404", { exact: true })).toBeVisible();
});

test("by a link nobody comes in before their mailbox has confirmed itself", async ({
  page,
  context,
  openContext,
  baseURL,
  locale,
  allowConsole,
}) => {
  allowConsole(/Blocked script execution/);
  const digits = newDigits();
  const address = `wang.${digits}@example.com`;
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/settings/staff/link");
  await page.locator("#maxUses").fill("0");
  await page.getByRole("button", { name: m.staff_link_make({}, say) }).click();
  await expect(page.locator("#maxUses-error")).toBeVisible();
  await page.locator("#maxUses").fill("3");
  await page.getByRole("button", { name: m.staff_link_make({}, say) }).click();
  const link = await page.getByLabel(m.staff_link({}, say)).first().inputValue();
  await looksRight(page, "staff-linked");

  const guest = await openContext();
  const theirs = await guest.newPage();
  const browser = { locale };
  await theirs.goto(new URL(link).pathname);
  await looksRight(theirs, "join-prove");
  await theirs.locator("#email").fill(address);
  await theirs.getByRole("button", { name: m.staff_join_send({}, browser) }).click();
  await expect(theirs.getByText(m.staff_join_sent_title({}, browser))).toBeVisible();
  await looksRight(theirs, "join-sent");
  const subject = m.staff_mail_confirm_subject({ house: "Harbor & Pine" }, browser);
  await theirs.goto(await mailedLink(theirs, address, subject));
  await theirs.locator("#fullName").fill("王小明");
  await theirs.locator("#password").fill(demoPassword);
  await theirs.getByRole("button", { name: m.staff_join_make_account({}, browser) }).click();
  await expect(theirs).toHaveURL(/\/w\/harbor$/);

  await enterAs(guest, "viewer@yuanshan.example", baseURL);
  await theirs.goto(new URL(link).pathname);
  await expect(theirs.getByRole("button", { name: /Harbor & Pine/ })).toBeVisible();
  await looksRight(theirs, "join-signed-in");
});

test("whoever is signed in as somebody else is told, and may switch", async ({
  page,
  context,
  openContext,
  baseURL,
  allowConsole,
}) => {
  allowConsole(/Blocked script execution/);
  const address = `zhao.${newDigits()}@example.com`;
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/settings/staff/invite");
  await page.locator("#addresses").fill(address);
  await page.getByRole("button", { name: m.staff_invite_send({}, say) }).click();
  await expect(page.locator("#invitations")).toContainText(address);
  const guest = await openContext();
  await enterAs(guest, "staff@yuanshan.example", baseURL);
  const theirs = await guest.newPage();
  await theirs.goto(await mailedLink(theirs, address, "Maya Okafor invites you to Harbor & Pine"));
  await expect(theirs.getByText(address)).toContainText("staff@yuanshan.example");
  await looksRight(theirs, "join-switch");
  await theirs.locator("form:has(button[value=switch]) button").last().click();
  await expect(theirs.locator("#password")).toBeVisible();
});

test("a hall is renamed and dressed, and its history tells it in words and as a file", async ({
  page,
  context,
  baseURL,
}) => {
  await enterAs(context, "lin@yuanshan.example", baseURL);
  const chinese = { locale: "zh-CN" } as const; // Lin's own language
  await page.goto("/w/yuanshan/settings");
  const name = page.locator("#name");
  await name.fill(" ");
  await page.getByRole("button", { name: m.settings_save({}, chinese) }).click();
  await expect(page.locator("#name-error")).toBeVisible();
  await name.fill("远山户外");
  const zone = page.locator("#timeZone");
  const chosen = (await zone.inputValue()) === "Asia/Tokyo" ? "Asia/Seoul" : "Asia/Tokyo"; // somebody was here before
  await zone.selectOption(chosen);
  await page.getByRole("link", { name: m.settings_branding({}, chinese) }).click();
  await expect(page.getByRole("alertdialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: m.settings_save({}, chinese) }).click();
  await expect(page).toHaveURL(/saved/);
  await expect(zone).toHaveValue(chosen);

  await page.goto("/w/yuanshan/settings/branding");
  await page.locator("#logo").setInputFiles({
    name: "印.png",
    mimeType: "image/png",
    buffer: Buffer.from(await (await pictureOf("#1b6f54")).arrayBuffer()),
  });
  await page.locator("#accent").fill("#1b6f54");
  await page.locator("#plainAccent").uncheck();
  await page.getByRole("button", { name: m.settings_save({}, chinese) }).click();
  await expect(page.getByRole("img", { name: m.settings_logo_now({}, chinese) })).toBeVisible();
  await looksRight(page, "branding-saved");
  await page.getByRole("link", { name: m.settings_welcome_go({}, chinese) }).click();
  const words = `欢迎 ${newDigits()}`;
  await page.locator("#welcomeTitle").fill(words);
  await page.getByRole("button", { name: m.settings_save({}, chinese) }).click();
  await expect(page).toHaveURL(/saved/);
  await page.goto("/w/yuanshan/settings/plan");
  await looksRight(page, "plan");

  await page.goto("/w/yuanshan/audit?action=portal.set");
  await expect(page.getByRole("row").filter({ hasText: words })).toBeVisible();
  await page.goto("/w/yuanshan/audit?action=settings.branding-changed");
  await expect(
    page
      .getByRole("row")
      .filter({ hasText: m.settings_logo({}, chinese) })
      .first(),
  ).toBeVisible();
  await looksRight(page, "audit-asked");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: m.settings_export_csv({}, chinese) }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^yuanshan-history-.*\.csv$/);
  await page.goto("/w/yuanshan/audit?action=audit.exported");
  await expect(page.getByRole("row").filter({ hasText: "csv" }).first()).toBeVisible();
  await page.goto("/w/yuanshan/audit?action=tenant.clock-set&from=2020-01-01&to=2020-01-02");
  await expect(page.getByText(m.settings_no_matches_title({}, chinese))).toBeVisible();
});
