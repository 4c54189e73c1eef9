import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

const en = { locale: "en" } as const;
const zh = { locale: "zh-CN" } as const;

async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto("/w/yuanshan/people");
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

test.describe("once, since all walk the same hall", () => {
  test.use({ locale: "en", colorScheme: "light", width: 1440 });
  test("a call with a mention and a file, and a task, stand on the timeline; a colleague sees them come", async ({
    page,
    context,
    openContext,
    baseURL,
  }) => {
    const other = await openContext();
    await enterAs(other, "admin@yuanshan.example", baseURL);
    const watching = await other.newPage();
    const listening = watching.waitForResponse((answer) => answer.url().endsWith("/live"));
    await openPerson(watching, "周浩宇");
    await listening;

    await enterAs(context, "manager@yuanshan.example", baseURL);
    await openPerson(page, "周浩宇");
    await page.getByText(m.work_kind_call({}, en), { exact: true }).click();
    const words = page.getByRole("textbox", { name: m.work_words({}, en) });
    await words.click();
    await words.pressSequentially("He brings two friends, ask @Zo");
    await page
      .getByRole("listbox", { name: m.ui_mention_of({}, en) })
      .getByRole("option", { name: /Zoë Ó Súilleabháin/ })
      .click();
    await page.getByLabel(m.work_outcome({}, en)).selectOption("reached");
    await page.getByLabel(m.work_direction({}, en)).selectOption("out");
    await page
      .locator('input[name="files"]')
      .setInputFiles({ name: "friends.txt", mimeType: "text/plain", buffer: Buffer.from("周六见") });
    await page.getByRole("button", { name: m.work_save({}, en), exact: true }).click();

    for (const reader of [page, watching]) {
      const timeline = reader.getByRole("list", { name: /./ }).filter({ hasText: "He brings two friends" });
      await expect(timeline.getByText("@Zoë Ó Súilleabháin")).toBeVisible();
      await expect(timeline.getByRole("link", { name: "friends.txt" })).toBeVisible();
    }
    await expectNoHorizontalScroll(page);
    await axe(page);
    await screenshot(page, "timeline-call");

    await page.getByText(m.work_kind_task({}, en), { exact: true }).first().click();
    await page.getByLabel(m.work_title({}, en)).fill("Send him the packing list");
    await page.getByRole("button", { name: m.work_save_task({}, en) }).click();
    await expect(watching.getByRole("link", { name: "Send him the packing list" })).toBeVisible();

    await page.getByRole("link", { name: m.timeline_kind_notes({}, en) }).click();
    await expect(page).toHaveURL(/kinds=notes/);
    const remove = page.getByRole("button", { name: m.work_remove({}, en), exact: true }).first();
    await remove.click();
    await expect(page.getByText("He brings two friends")).toBeHidden();
    await page.getByRole("button", { name: m.ui_undo({}, en) }).click();
    await expect(page.getByText("He brings two friends")).toBeVisible();
  });
});

test.describe("without script, once", () => {
  test.use({ javaScriptEnabled: false, locale: "zh-CN", colorScheme: "dark", width: 390 });
  test("a note and a task are plain forms; what is missing is said, and nothing typed is lost", async ({
    page,
    context,
    baseURL,
  }) => {
    await enterAs(context, "lin@yuanshan.example", baseURL);
    await openPerson(page, "陈雨泽");
    await page.getByRole("link", { name: m.work_kind_call({}, zh), exact: true }).click();
    await page.getByLabel(m.work_minutes({}, zh)).fill("很久");
    await page.getByRole("textbox", { name: m.work_words({}, zh) }).fill("周六一起去，问问@林乔");
    await page.getByRole("button", { name: m.work_save({}, zh), exact: true }).click();
    await expect(page.getByText(m.error_work_minutes_malformed({}, zh)).first()).toBeVisible();
    await expect(page.getByRole("textbox", { name: m.work_words({}, zh) })).toHaveValue(/周六一起去/);
    await expectNoHorizontalScroll(page);
    await screenshot(page, "timeline-mend");
    await page.getByLabel(m.work_minutes({}, zh)).fill("5");
    await page.getByRole("button", { name: m.work_save({}, zh), exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("陈雨泽");
    await expect(async () => {
      await page.reload();
      await expect(page.getByText("周六一起去").first()).toBeVisible({ timeout: 500 });
    }).toPass();
    await expectNoHorizontalScroll(page);
    await screenshot(page, "timeline-plain");
  });
});
