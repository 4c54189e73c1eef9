import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import { enterAs } from "./sign-in.ts";

const say = { locale: "en" } as const;
const unique = () => Math.random().toString(36).slice(2, 10);

test("a tag that was deleted is taken back from the page of the change, and is on them again", async ({
  page,
  context,
  baseURL,
}) => {
  const [name, tag] = [`Cai ${unique()}`, `Tag ${unique()}`];
  await enterAs(context, "maya@harbor.example", baseURL);
  await page.goto("/w/harbor/people/new");
  await page.getByLabel(m.people_name({}, say), { exact: true }).fill(name);
  await page.getByLabel(m.people_name({}, say), { exact: true }).press("Enter");
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  const person = page.url();
  await page.getByLabel(m.record_tag_add({}, say)).fill(tag);
  await page.getByLabel(m.record_tag_add({}, say)).press("Enter");
  await expect(page.getByRole("button", { name: m.record_tag_remove({ name: tag }, say) })).toBeVisible();

  await page.goto("/w/harbor/settings/tags");
  await page
    .getByRole("row", { name: new RegExp(tag) })
    .getByRole("link")
    .click();
  await page.getByRole("button", { name: m.fields_tag_delete_named({ name: tag }, say) }).click();
  await page.getByRole("link", { name: m.merge_gone_undo({}, say) }).click();
  await expect(
    page.getByRole("heading", { level: 1, name: m.merge_kind_tag_deleted({ name: tag }, say) }),
  ).toBeVisible();
  await expectNoHorizontalScroll(page);
  await axe(page);
  await screenshot(page, "change");

  const undo = page.getByRole("button", { name: m.merge_undo({}, say) });
  await undo.click();
  await expect(page.getByText(m.error_core_undo_unsure({}, say)).first()).toBeVisible();
  await page.getByLabel(m.merge_undo_sure({}, say)).check();
  await undo.click();
  await expect(page.getByText(m.merge_left_none({}, say))).toBeVisible();
  await axe(page);
  await page.goto(person);
  await expect(page.getByRole("button", { name: m.record_tag_remove({ name: tag }, say) })).toBeVisible();

  await page.goto("/w/harbor/changes");
  const row = page.getByRole("row", { name: new RegExp(tag) });
  await expect(row.getByText(m.merge_state_undone({}, say))).toBeVisible();
});
