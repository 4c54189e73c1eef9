import { demoPassword } from "@guildhall/demo";
import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, tabTo, test } from "@guildhall/testing/browser";
import { openSeat } from "./open-seat.ts";
import { pictureOf } from "./picture.ts";
import { enterAs } from "./sign-in.ts";

/** Six digits that no other walk has, since all of them share a hall. */
const newDigits = () => String(Math.floor(Math.random() * 1_000_000)).padStart(6, "0");

test("somebody signs in by keyboard, adds a person, mends a mistake, and finds it in the history", async ({
  page,
  locale,
}) => {
  const say = { locale: "en" } as const; // Maya's own language, whatever her browser asks for
  const browser = { locale };
  const digits = newDigits();
  await page.goto("/login");
  await screenshot(page, "login");
  await tabTo(page, page.locator("#email"));
  await page.keyboard.type(`maya.${digits}@harbor.example`);
  await tabTo(page, page.locator("#password"));
  await page.keyboard.type("wrong password");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(m.error_auth_wrong_credentials({}, browser));
  await expect(page.locator("#email")).toHaveValue(`maya.${digits}@harbor.example`);
  await page.locator("#email").fill("maya@harbor.example");
  await page.locator("#password").fill(demoPassword);
  await page.keyboard.press("Enter");

  await page.getByRole("link", { name: m.auth_halls_enter({}, say) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.signup_home_title({ name: "Maya Okafor" }, say));
  await page.getByRole("link", { name: m.actions_people({}, say), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.people_title({}, say));
  await page
    .getByRole("link", { name: m.people_add({}, say) })
    .first()
    .click();
  await page.locator("#fullName").fill("Ruth Østergaard");
  await page.locator("#phone").fill("12");
  await page.getByRole("button", { name: m.people_save({}, say) }).click();
  await expect(page.getByRole("alert")).toBeFocused();
  await expect(page.locator("#phone")).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#fullName")).toHaveValue("Ruth Østergaard");
  await screenshot(page, "new-person-error");
  await page.locator("#phone").fill(`+4520${digits}`);
  await page.getByRole("button", { name: m.people_save({}, say) }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ruth Østergaard");
  await expect(page.getByText(`+4520${digits}`).first()).toBeVisible();
  const history = page.getByRole("link", { name: m.actions_audit({}, say) }).filter({ visible: true });
  if ((await history.count()) === 0) await openSeat(page); // on a phone, behind the first four rooms
  await history.click();
  await expect(page.getByRole("row").filter({ hasText: `+4520${digits}` })).toContainText("Maya Okafor");
  await openSeat(page);
  await page
    .getByRole("button", { name: m.shell_sign_out({}, say) })
    .filter({ visible: true })
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(m.shell_front_title({}, browser));
});

test("an identity that is somebody's already is told beside its field", async ({ page, context, baseURL }) => {
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/people/new");
  await page.locator("#fullName").fill("A Double");
  await page.locator("#email").fill("HARBOR.1@example.com");
  const refused = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.getByRole("button", { name: "Add person" }).click();
  expect((await refused).status()).toBe(422);
  await expect(page.locator("#email-error")).toContainText("belongs to somebody");
  await expect(page.locator("#fullName")).toHaveValue("A Double");
});

test("a picture is taken in and shown; what only claims to be one is not", async ({
  page,
  context,
  baseURL,
  allowConsole,
}) => {
  allowConsole(/Connecting to 'blob:/); // the recorder of the walk itself, which reads the preview
  await enterAs(context, "manager@yuanshan.example", baseURL);
  await page.goto("/w/yuanshan/people");
  await page.getByRole("rowheader").nth(3).getByRole("link").first().click();
  const choose = page.locator("#picture");
  await choose.setInputFiles({
    name: "seal.png",
    mimeType: "image/png",
    buffer: Buffer.from("<script>alert(1)</script>"),
  });
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.locator("#picture-error")).toBeVisible();
  await choose.setInputFiles({
    name: "印.png",
    mimeType: "image/png",
    buffer: Buffer.from(await (await pictureOf("#1b6f54")).arrayBuffer()),
  });
  await page.getByRole("button", { name: "Upload" }).click();
  const picture = page.locator("main header img");
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth))
    .toBeGreaterThan(0);
});

test("what one person does, another sees without asking", async ({ page, context, openContext, baseURL }) => {
  await enterAs(context, "staff@yuanshan.example", baseURL);
  const name = `司马静${newDigits()}`;
  const other = await openContext();
  await enterAs(other, "admin@yuanshan.example", baseURL);
  const watching = await other.newPage();
  const listening = watching.waitForResponse((answer) => answer.url().endsWith("/live"));
  await watching.goto("/w/yuanshan/people");
  await listening;
  await page.goto("/w/yuanshan/people/new");
  await page.locator("#fullName").fill(name);
  await page.locator("main form[method=post] button[type=submit]").last().click();
  await expect(watching.getByRole("link", { name: name, exact: true })).toBeVisible();
});

test.describe("once is enough, since the viewer is one person", () => {
  test.use({ locale: "en", colorScheme: "light", width: 1440 });
  test("the language changes here and stays with the person", async ({ page, context, baseURL }) => {
    await enterAs(context, "viewer@yuanshan.example", baseURL);
    await page.goto("/w/yuanshan/people");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.getByRole("button", { name: "中文" }).filter({ visible: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(page).toHaveURL(/\/w\/yuanshan\/people$/);
    await page.getByRole("button", { name: "English" }).filter({ visible: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});

test("a mail goes its whole way and can be read", async ({ page, context, baseURL, allowConsole }) => {
  allowConsole(/Blocked script execution/); // the frame is sandboxed, also against the script that this test looks with
  await enterAs(context, "operator@guildhall.example", baseURL);
  await page.goto("/console/work");
  await page.getByRole("button", { name: "Send a test mail" }).click();
  await expect(page.getByRole("status")).toContainText("On its way");
  await expect(async () => {
    await page.goto("/dev/mail");
    await expect(page.getByText("sent").first()).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("link", { name: "Mail works" }).first().click();
  await expect(page.frameLocator("iframe").getByText("can send mail").last()).toBeVisible();
});

test("a page that is not there says so, on a phone too", async ({ page, allowConsole }) => {
  allowConsole(/404/);
  await page.goto("/no/such/place");
  await expect(page.getByText("404", { exact: true })).toBeVisible();
  await axe(page);
  await expectNoHorizontalScroll(page);
  await screenshot(page, "not-found");
});
