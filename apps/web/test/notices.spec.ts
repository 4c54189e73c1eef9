import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Page } from "@playwright/test";
import { pictureOf } from "./picture.ts";
import { enterAs } from "./sign-in.ts";

const en = { locale: "en" } as const;
const zh = { locale: "zh-CN" } as const;
const bellOf = (page: Page, words: typeof en | typeof zh) =>
  page.getByRole("button", { name: m.notices_bell({}, words) });

/** Somebody gives another a picture: the act that rings. */
async function givePicture(page: Page, hall: string, name: string): Promise<void> {
  await page.goto(`/w/${hall}/people`);
  await page.getByRole("link", { name, exact: true }).first().click(); // the newest of that name signs in
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.locator("#picture").setInputFiles({
    name: "seal.png",
    mimeType: "image/png",
    buffer: Buffer.from(await (await pictureOf("#1b6f54")).arrayBuffer()),
  });
  const taken = page.waitForResponse((answer) => answer.request().method() === "POST" && answer.status() < 400);
  await page.locator("#picture").locator("xpath=ancestor::form").locator("button[type=submit]").click();
  await taken;
}

async function watch(context: BrowserContext, email: string, baseURL: string | undefined, path: string): Promise<Page> {
  await enterAs(context, email, baseURL);
  const page = await context.newPage();
  const listening = page.waitForResponse((answer) => answer.url().endsWith("/live"));
  await page.goto(path);
  await listening;
  return page;
}

test.describe("once, since all walk the same hall", () => {
  test.use({ locale: "en", colorScheme: "light", width: 1440 });
  test("what one does rings the other's bell at once; it leads there, and is read", async ({
    page,
    context,
    openContext,
    baseURL,
  }) => {
    const zoe = await watch(await openContext(), "manager@yuanshan.example", baseURL, "/w/yuanshan/people");
    const bell = bellOf(zoe, en);
    const before = unreadIn(await bell.getAttribute("aria-label"));
    await enterAs(context, "admin@yuanshan.example", baseURL);
    await givePicture(page, "yuanshan", "Zoë Ó Súilleabháin");

    await expect.poll(async () => unreadIn(await bell.getAttribute("aria-label"))).toBeGreaterThan(before);
    await bell.click();
    const panel = zoe.getByRole("dialog", { name: m.notices_title({}, en) });
    const told = m.notices_record_changed({ name: "顾明远" }, en);
    await expect(panel.getByRole("link", { name: told })).toBeVisible();
    await screenshot(zoe, "notice-panel");
    await axe(zoe);
    await panel.getByRole("link", { name: told }).click();
    await expect(zoe.getByRole("heading", { level: 1 })).toHaveText("Zoë Ó Súilleabháin");
    await expect(panel).toBeHidden();

    await zoe.goto("/w/yuanshan/notifications?topic=you");
    await expect(zoe.getByRole("link", { name: told })).toBeVisible();
    await zoe.getByRole("link", { name: m.notices_show_unread({}, en), exact: true }).click();
    await expect(zoe.getByText(m.notices_none_unread({}, en))).toBeVisible();
  });
});

/** How many unread ones a bell speaks of. */
const unreadIn = (label: string | null) => Number(/\d+/.exec(label ?? "")?.[0] ?? 0);

test.describe("on a phone, once", () => {
  test.use({ locale: "zh-CN", colorScheme: "dark", width: 390 });
  test("a member hears it in the portal, and it leads to what is known of them", async ({
    page,
    context,
    openContext,
    baseURL,
  }) => {
    const member = await watch(await openContext(), "member@yuanshan.example", baseURL, "/c/yuanshan");
    await enterAs(context, "manager@yuanshan.example", baseURL);
    await givePicture(page, "yuanshan", "陈雨泽");
    const bell = bellOf(member, zh);
    await expect.poll(async () => unreadIn(await bell.getAttribute("aria-label"))).toBeGreaterThan(0);
    await bell.click();
    const told = m.notices_record_changed({ name: "Zoë Ó Súilleabháin" }, zh);
    await expect(member.getByRole("dialog").getByRole("link", { name: told })).toBeVisible();
    await screenshot(member, "notice-panel-portal");
    await axe(member);
    const panel = member.getByRole("dialog", { name: m.notices_title({}, zh) });
    await panel.getByRole("link", { name: m.notices_all_of_them({}, zh) }).click();
    await expect(member).toHaveURL(/\/c\/yuanshan\/notifications$/);
    await expect(panel).toBeHidden();
    await member.getByRole("link", { name: told }).click();
    await expect(member).toHaveURL(/\/c\/yuanshan\/me$/);
    await member.goto("/c/yuanshan/notifications?show=unread"); // others may have told something meanwhile
    await expect(member.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(member.getByRole("link", { name: told })).toHaveCount(0);
  });
});

test.describe("without script, once, since all walk the same hall", () => {
  test.use({ javaScriptEnabled: false, locale: "zh-CN", colorScheme: "light", width: 768 });
  test("the bell leads to the page, where everything is marked as read", async ({
    page,
    context,
    openContext,
    baseURL,
  }) => {
    const zoe = await openContext();
    await enterAs(zoe, "manager@yuanshan.example", baseURL);
    await givePicture(await zoe.newPage(), "yuanshan", "周浩宇"); // to whom no other walk tells anything
    await enterAs(context, "staff@yuanshan.example", baseURL);
    await expect(async () => {
      await page.goto("/w/yuanshan/people");
      await expect(page.getByRole("link", { name: /通知：\d/ }).first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await page
      .getByRole("link", { name: /通知：\d/ })
      .filter({ visible: true })
      .click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.notices_title({}, zh));
    await expectNoHorizontalScroll(page);
    await screenshot(page, "notice-centre");
    await page.getByRole("button", { name: m.notices_read_all({}, zh) }).click();
    await expect(page.getByText(m.notices_all_read({}, zh))).toBeVisible();
    await expect(page.getByRole("link", { name: m.notices_bell({}, zh), exact: true }).first()).toBeAttached();
  });
});

test.describe("with a clock that jumps, once", () => {
  test.use({ locale: "zh-CN", colorScheme: "light", width: 1440 });
  test("what somebody chooses decides their mail: a digest at its hour, and none once they stop it", async ({
    page,
    context,
    openContext,
    baseURL,
    allowConsole,
  }) => {
    test.slow(); // four people, and a mail
    allowConsole(/Blocked script execution/); // the frame is sandboxed, also against the script that this test looks with
    const lin = await (await openContext()).newPage();
    await enterAs(lin.context(), "lin@yuanshan.example", baseURL);
    await lin.goto("/account/notifications?hall=harbor");
    await lin.locator('[name="topics.you.mail"][value="digest"]').check();
    await screenshot(lin, "notice-choices");
    await axe(lin);
    await expectNoHorizontalScroll(lin);
    await lin.getByRole("button", { name: m.notices_save({}, zh) }).click();
    await expect(lin.getByText(m.notices_saved({}, zh))).toBeVisible();

    await enterAs(context, "maya@harbor.example", baseURL);
    await givePicture(page, "harbor", "林乔");
    const subject = m.notices_digest_subject({ hall: "Harbor & Pine", count: 1 }, zh);
    try {
      await moveClock(page, 2 * 86_400_000);
      await expect(async () => {
        await page.goto("/dev/mail");
        await expect(page.getByRole("link", { name: subject }).first()).toBeVisible({ timeout: 500 });
      }).toPass();
      await page.getByRole("link", { name: subject }).first().click();
      const plain = page.locator("pre");
      await expect(plain).toContainText(m.notices_record_changed({ name: "Maya Okafor" }, zh));
      const [stop = ""] = /https?:\S+\/notices\/\S+(?=\s*(?:会馆|$))/.exec((await plain.textContent()) ?? "") ?? [];

      const stranger = await (await openContext({ locale: "zh-CN" })).newPage();
      await stranger.goto(new URL(stop).pathname);
      await stranger.getByRole("button", { name: m.notices_stop_digest({}, zh) }).click();
      await expect(stranger.getByText(m.notices_digest_stopped({ name: "Harbor & Pine" }, zh))).toBeVisible();
      await screenshot(stranger, "notice-choices-by-mail");
      await axe(stranger);
      await lin.reload();
      await expect(lin.locator('[name="digest"][value="none"]')).toBeChecked();
    } finally {
      await page.goto("/dev/clock");
      await page.locator("#harbor").getByRole("button").last().click();
    }
  });
});

/** Lets the hall's own clock jump. */
async function moveClock(page: Page, milliseconds: number): Promise<void> {
  await page.goto("/dev/clock");
  await page.locator("#at-harbor").fill(new Date(Date.now() + milliseconds).toISOString().slice(0, 16));
  await page.locator("#harbor").getByRole("button").first().click();
}
