import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

type Part = "ground" | "write" | "look" | "said";

/** A page of the catalogue, with its scripts running. */
async function openKit(page: Page, part: Part) {
  await page.goto(`/dev/ui?part=${part}`);
  await expect(page.getByRole("button", { name: /Word for you|通知/ }).first()).toBeAttached(); // a link until scripts run
}

const group = (page: Page, id: string) => page.locator(`section#${id}`);

for (const part of ["ground", "write", "look", "said"] as const) {
  test(`the catalogue is accessible and fits its screen: ${part}`, async ({ page }) => {
    await openKit(page, part);
    await expectNoHorizontalScroll(page);
    await axe(page);
    await screenshot(page, `kit-${part}`);
  });
}

test("a word with an undo is reached by F6, waits while it is read, and gives the focus back", async ({
  page,
  locale,
}) => {
  await openKit(page, "said");
  const move = group(page, "overlays").getByRole("button").first();
  await move.focus();
  await page.keyboard.press("Enter");
  const corner = page.getByRole("region", { name: m.ui_toasts({}, { locale }) });
  await expect(corner.getByRole("listitem")).toHaveCount(1);
  await page.keyboard.press("F6");
  const undo = corner.getByRole("button", { name: m.ui_undo({}, { locale }) });
  await expect(undo).toBeFocused();
  await page.keyboard.press("F6");
  await expect(move).toBeFocused();
  await page.keyboard.press("F6");
  await page.keyboard.press("Enter");
  await expect(corner.getByRole("listitem")).toHaveCount(1);
  await expect(undo).toHaveCount(0);
});

test("what a row stands for is looked at, and Esc returns to the row", async ({ page }) => {
  await openKit(page, "look");
  const look = group(page, "tables").getByRole("row").nth(3).getByRole("button");
  await look.click();
  const panel = page.getByRole("complementary").filter({ has: page.getByRole("heading", { name: "欧阳一诺" }) });
  await expect(panel).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(look).toBeFocused();
});

test("a menu is walked by arrows and letters, and gives the focus back", async ({ page, locale }) => {
  await openKit(page, "write");
  const more = group(page, "actions")
    .getByRole("button", { name: locale === "en" ? "More" : "更多", exact: true })
    .last();
  await more.focus();
  await page.keyboard.press("ArrowUp");
  const items = page.getByRole("menuitem");
  await expect(items.last()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(items.first()).toBeFocused();
  if (locale === "en") await page.keyboard.press("o");
  else await page.keyboard.press("ArrowDown");
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(items).toHaveCount(0);
  await expect(more).toBeFocused();
});

test("a dialog keeps the focus, closes by Esc, and gives it back", async ({ page, locale }) => {
  await openKit(page, "write");
  const invite = group(page, "actions").getByRole("button", { name: locale === "en" ? "Invite" : "邀请" });
  await invite.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeFocused();
  await axe(page);
  await dialog.getByRole("textbox").fill("lin@yuanshan.example");
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(invite).toBeFocused();
});

test("leaving a form with edits asks; staying keeps them", async ({ page, context, baseURL }) => {
  const say = { locale: "en" } as const; // Maya's own language
  await enterAs(context, "maya@harbor.example", baseURL);
  const scripts = Promise.withResolvers<void>();
  await page.route("**/*.js", async (route) => {
    await scripts.promise;
    await route.continue();
  });
  await page.goto("/w/harbor/people/new", { waitUntil: "commit" });
  const name = page.locator("#fullName");
  await name.fill("Ruth"); // before the page is awake: it counts all the same
  scripts.resolve();
  await expect(page.getByRole("button", { name: m.notices_bell({}, say) })).toBeVisible(); // a link until then
  const cancel = page.getByRole("link", { name: m.shell_cancel({}, say) });
  await cancel.click();
  await page.getByRole("button", { name: m.ui_leave_stay({}, say) }).click();
  await expect(name).toHaveValue("Ruth");
  await cancel.click();
  await page.getByRole("button", { name: m.ui_leave_go({}, say) }).click();
  await expect(page).toHaveURL(/\/w\/harbor\/people$/);
});

test("the palette finds, walks, runs, and leaves an input method its Enter", async ({ page, locale }) => {
  await openKit(page, "said");
  await group(page, "overlays")
    .getByRole("button", { name: m.ui_search_or_do({}, { locale }) })
    .click();
  const palette = page.getByRole("dialog");
  const field = palette.getByRole("combobox");
  await expect(field).toBeFocused();
  await axe(page);
  await page.keyboard.type("zoë");
  await expect(palette.getByRole("option", { name: /Zoë/ })).toHaveAttribute("aria-selected", "true");
  await field.dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
  await expect(palette).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(palette).toHaveCount(0);
  await expect(page.getByRole("listitem").filter({ hasText: "Zoë Ó Súilleabháin" }).last()).toBeVisible();
});

test("one of many is found by typing and posted by its value", async ({ page }) => {
  await openKit(page, "write");
  const field = page.locator("input#owner");
  await field.fill("garcia");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("José García Márquez");
  await expect(page.locator("input[name=owner]")).toHaveValue("person-077");
  await field.press("ArrowDown");
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("Escape");
  await expect(field).toHaveAttribute("aria-expanded", "false");
});

test("figures are written as people write and posted as machines read", async ({ page }) => {
  await openKit(page, "write");
  const price = page.locator("input#price");
  await price.fill("1.234,5");
  await price.blur();
  await expect(price).toHaveValue("1,234.50");
  await expect(page.locator("input[name=price]")).toHaveValue("123450");
  const places = page.locator("input#places");
  await places.press("ArrowUp");
  await expect(page.locator("input[name=places]")).toHaveValue("81");
});

test("tags are set by Enter and comma, and taken by Backspace", async ({ page }) => {
  await openKit(page, "write");
  const field = page.locator("input#tags");
  const posted = page.locator("input[type=hidden][name=tags]");
  await expect(posted).toHaveCount(3);
  await field.pressSequentially("winter，");
  await field.pressSequentially("fire");
  await field.press("Enter");
  await expect(posted).toHaveCount(5);
  await field.press("Backspace");
  await expect(posted).toHaveCount(4);
});

test("tabs walk with the arrows and are one stop for Tab", async ({ page }) => {
  await openKit(page, "look");
  const tabs = group(page, "ways").getByRole("tab");
  await tabs.first().focus();
  await page.keyboard.press("ArrowLeft");
  await expect(tabs.last()).toBeFocused();
  await expect(tabs.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Tab");
  await expect(group(page, "ways").getByRole("tabpanel")).toBeFocused();
});

test("what cannot be undone asks for its name", async ({ page, locale }) => {
  await openKit(page, "said");
  await group(page, "overlays")
    .getByRole("button", { name: locale === "en" ? "Close by its name" : "输入名称后关闭" })
    .click();
  const dialog = page.getByRole("alertdialog");
  const act = dialog.getByRole("button", { name: locale === "en" ? "Close it for good" : "永久关闭" });
  await expect(act).toBeDisabled();
  await dialog.getByRole("textbox").fill(locale === "en" ? "Yuanshan Outdoor" : "远山户外");
  await expect(act).toBeEnabled();
  await axe(page);
  await page.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
});

test("rows are chosen one by one and by range, and what can be done with them rises", async ({ page, locale }) => {
  await openKit(page, "look");
  const boxes = group(page, "tables").locator("tbody input[type=checkbox]");
  await boxes.nth(1).click();
  await boxes.nth(4).click({ modifiers: ["Shift"] });
  const bar = group(page, "tables").getByRole("region", { name: m.ui_bulk({}, { locale }) });
  await expect(bar).toContainText(m.ui_selected({ count: 4 }, { locale }));
  await bar.getByRole("button", { name: m.ui_select_none({}, { locale }) }).click();
  await expect(bar).toBeHidden();
});

test("a light text is shaped by keyboard and posted as a tree", async ({ page }) => {
  await openKit(page, "write");
  const paper = page.locator("#letter-wrong[contenteditable]");
  await paper.click();
  await page.keyboard.type("At the gate");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("ControlOrMeta+b");
  await expect(page.locator("input[name=letter]").last()).toHaveValue(
    JSON.stringify({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "At the gate", marks: [{ type: "bold" }] }] }],
    }),
  );
});

test.describe("on a phone", () => {
  test.use({ width: 390 });
  test("all rooms are in a drawer, which closes behind who goes", async ({ page, locale }) => {
    await openKit(page, "said");
    await page.getByRole("button", { name: m.ui_all_rooms({}, { locale }) }).click();
    const drawer = page.getByRole("navigation", { name: m.ui_rooms({}, { locale }), exact: true });
    await expect(drawer).toBeVisible();
    await axe(page);
    await drawer.getByRole("link").last().click();
    await expect(drawer).toBeHidden();
    await expectNoHorizontalScroll(page);
  });
});

test("without scripts every field is there to be filled in", async ({ openContext }) => {
  const page = await (await openContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/dev/ui?part=write");
  for (const name of [
    "about",
    "ticket",
    "open",
    "code",
    "poster",
    "accent",
    "places",
    "price",
    "owner",
    "tags",
    "birthday",
    "startsAt",
    "letter",
  ])
    await expect(page.locator(`main [name="${name}"]:not([type=hidden])`).first(), name).toBeEnabled();
  await expect(page.locator("[name='price~as']")).toHaveValue("money CNY");
});
