import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

/** Six letters that no other walk has, since all of them share a hall. */
const newWord = () => Math.random().toString(36).slice(2, 8).padEnd(6, "x");

/** The newest link of that kind in the mail that went to an address, as its reader finds it. */
async function linkInMail(page: Page, email: string, path: RegExp): Promise<string> {
  let found = "";
  await expect(async () => {
    await page.goto("/dev/mail");
    const letter = page.getByRole("row").filter({ hasText: email }).first().getByRole("link").first();
    const address = await letter.getAttribute("href", { timeout: 1_000 });
    const html = await (await page.request.get(`${address}/html`)).text();
    found = path.exec(html)?.[0] ?? "";
    expect(found).not.toBe("");
  }).toPass();
  return found;
}

async function lookAt(page: Page, name: string): Promise<void> {
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, name);
}

test("a stranger joins an open hall: a name, an address, the link in the mail", async ({ page, locale }) => {
  const say = { locale };
  const email = `stranger.${newWord()}@mail.example`;
  await page.goto("/c/harbor");
  await lookAt(page, "portal-visitor");
  await page.getByRole("link", { name: m.portal_join_house({ house: "Harbor & Pine" }, say) }).click();
  await page.locator("#fullName").fill("Ruth Østergaard");
  await page.locator("#email").fill("nobody");
  await page.getByRole("button", { name: m.portal_send_link({}, say) }).click();
  await expect(page.locator("#email")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#fullName")).toHaveValue("Ruth Østergaard");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill("a password of her own");
  await page.getByRole("button", { name: m.portal_send_link({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.portal_sent_title({}, say));
  await lookAt(page, "portal-sent");

  await page.goto(await linkInMail(page, email, /\/c\/harbor\/join\/[\w-]+/));
  await expect(page.locator("#password")).toHaveCount(0); // this is the browser in which it was chosen
  await page.getByRole("button", { name: m.portal_confirm_act({}, say) }).click();
  await expect(page.getByText(m.portal_joined_title({}, say), { exact: true })).toBeVisible();
  await lookAt(page, "portal-member");

  await page
    .getByRole("link", { name: m.portal_me({}, say) })
    .first()
    .click();
  await expect(page.getByText(email).first()).toBeVisible();
  await page.locator("#timeZone").selectOption("Europe/Copenhagen");
  await page
    .getByRole("button", { name: m.portal_me_save({}, say) })
    .first()
    .click();
  await expect(page.getByText(m.portal_me_saved({}, say))).toBeVisible();
  await lookAt(page, "portal-me");
});

test("a member sees the portal and nothing of the workspace", async ({ page, context, baseURL, allowConsole }) => {
  allowConsole(/404/);
  await enterAs(context, "member@yuanshan.example", baseURL);
  await page.goto("/c/yuanshan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("陈雨泽");
  for (const place of ["", "/people", "/members", "/settings/portal", "/audit"]) {
    const answer = await page.goto(`/w/yuanshan${place}`);
    expect(answer?.status()).toBe(404);
  }
});

test("what a member does stands on their timeline at once, where it is looked at", async ({ context, baseURL }) => {
  const say = { locale: "zh-CN" } as const;
  await enterAs(context, "member@yuanshan.example", baseURL);
  const [timeline, record] = [await context.newPage(), await context.newPage()];
  await timeline.goto("/c/yuanshan/me/timeline");
  const lines = timeline.getByRole("main").getByRole("listitem");
  const before = await lines.count();
  await record.goto("/c/yuanshan/me");
  const box = record.getByRole("checkbox", { name: m.record_purpose_events({}, say) }).first();
  await box.setChecked(!(await box.isChecked()));
  await record.getByRole("button", { name: m.record_me_consent_save({}, say) }).click();
  await expect(async () => expect(await lines.count()).toBeGreaterThan(before)).toPass({ timeout: 10_000 });
  await lookAt(timeline, "portal-my-timeline");
});

test("by approval: somebody with an account knocks, staff let them in by keyboard, and it is told by mail", async ({
  page,
  openContext,
  baseURL,
  locale,
}) => {
  const say = { locale };
  const word = newWord();
  const email = `knocker.${word}@mail.example`;
  await page.goto("/c/yuanshan/join");
  await page.locator("#fullName").fill(`何小满${word}`);
  await page.locator("#email").fill(email);
  await page.locator("#note").fill("去年跟队走过徽杭古道");
  await page.getByRole("button", { name: m.portal_send_link({}, say) }).click();
  await page.goto(await linkInMail(page, email, /\/c\/yuanshan\/join\/[\w-]+/));
  await page.getByRole("button", { name: m.portal_confirm_act({}, say) }).click();
  await expect(page.getByText(m.portal_waiting_title({}, say))).toBeVisible();
  await lookAt(page, "portal-waiting");
  await page.getByRole("button", { name: m.portal_withdraw({}, say) }).click();
  await expect(page.getByText(m.portal_withdrawn_title({}, say), { exact: true })).toBeVisible();
  await lookAt(page, "portal-withdrawn");
  await page.goto("/c/yuanshan/join");
  await page.locator("#fullName").fill(`何小满${word}`);
  await page.getByRole("button", { name: m.portal_ask_to_join({}, say) }).click();
  await expect(page.getByText(m.portal_waiting_title({}, say))).toBeVisible();

  const staff = await openContext();
  await enterAs(staff, "manager@yuanshan.example", baseURL);
  const desk = await staff.newPage();
  const listening = desk.waitForResponse((answer) => answer.url().endsWith("/live"));
  await desk.goto("/w/yuanshan/members");
  await listening;
  await lookAt(desk, "members-requests");
  const box = desk.getByRole("checkbox", { name: new RegExp(word) });
  await box.focus();
  await desk.keyboard.press("Space");
  await desk.keyboard.press("a");
  await expect(desk.getByRole("status").first()).toBeVisible();
  await expect(box).toHaveCount(0);

  await page.goto("/c/yuanshan");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(word);
  expect(await linkInMail(page, email, /\/c\/yuanshan(?=")/)).toBe("/c/yuanshan");
});

test("staff hand somebody the key to their record; it opens once", async ({ page, context, openContext, baseURL }) => {
  const word = newWord();
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/people/new");
  await page.locator("#fullName").fill(`Noor ${word}`);
  await page.getByRole("button", { name: "Add person" }).click();
  await page.getByRole("link", { name: m.portal_link_give({}, { locale: "en" }) }).click();
  await page.getByRole("button", { name: m.portal_link_make({}, { locale: "en" }) }).click();
  await expect(page.getByRole("img", { name: new RegExp(word) })).toBeVisible();
  const link = await page.getByRole("textbox").inputValue();
  await lookAt(page, "personal-link");

  const guest = await openContext();
  await enterAs(guest, "member@yuanshan.example", baseURL);
  const phone = await guest.newPage();
  await leaveHarbor(phone);
  await phone.goto(link);
  await expect(phone.getByRole("heading", { level: 1 })).toContainText(word);
  await lookAt(phone, "portal-claim");
  await phone.locator("button[type=submit]").filter({ hasText: /me|我/ }).first().click();
  await expect(phone).toHaveURL(/state=claimed/);
  await expect(phone.getByRole("heading", { level: 1 })).toContainText(word);

  const other = await openContext();
  const late = await other.newPage();
  await late.goto(link);
  await expect(late.getByRole("link", { name: /Harbor & Pine/ }).first()).toBeVisible();
  await expect(late.locator("#fullName")).toHaveCount(0);
});

/** Out of the hall, where an earlier walk has left them in it. */
async function leaveHarbor(phone: Page): Promise<void> {
  await phone.goto("/c/harbor");
  if ((await phone.locator('a[href="/c/harbor/me"]').count()) === 0) return;
  await phone.goto("/c/harbor/me");
  const sure = phone.locator("input[type=checkbox][name=sure]");
  await sure.check();
  await phone.locator("form", { has: sure }).locator("button[type=submit]").click();
  await expect(phone).toHaveURL(/state=left/);
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("joining works, and what is wrong is told beside its field", async ({ page, locale }) => {
    const say = { locale };
    await page.goto("/c/harbor/join");
    await page.locator("#fullName").fill("Ruth");
    await page.locator("#email").fill(`plain.${newWord()}@mail.example`);
    await page.locator("#password").fill("short");
    await page.getByRole("button", { name: m.portal_send_link({}, say) }).click();
    await expect(page.locator("#password-error")).toBeVisible();
    await expect(page.locator("#fullName")).toHaveValue("Ruth");
    await page.locator("#password").fill("long enough for this");
    await page.getByRole("button", { name: m.portal_send_link({}, say) }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.portal_sent_title({}, say));
  });
});
