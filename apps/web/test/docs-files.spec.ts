import { readFile } from "node:fs/promises";
import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import { newDocument } from "./new-document.ts";

const zh = { locale: "zh-CN" } as const; // Lin's own language
const unique = () => `${Date.now() % 1_000_000}${Math.floor(Math.random() * 90 + 10)}`;

test("a Markdown file comes in below a document, links to it, and goes out again as it came, and as a PDF", async ({
  page,
  context,
  baseURL,
}) => {
  const above = await newDocument(context, baseURL, "yuanshan");
  const title = `雨天方案 ${unique()}`;
  await page.goto("/w/yuanshan/docs/import");
  await page.getByLabel(m.docs_files_place({}, zh)).selectOption({ index: 0 });
  const place = await page.locator(`option[value$=".${above.id}"]`).first().getAttribute("value");
  await page.goto(`/w/yuanshan/docs/import?to=${place}`);
  await axe(page);
  await expectNoHorizontalScroll(page);
  await screenshot(page, "docs-files-import");
  await page.locator('input[type="file"]').setInputFiles({
    name: "plan.md",
    mimeType: "text/markdown",
    buffer: Buffer.from(
      `# ${title}\n\n见[总计划](${baseURL}${above.path})。\n\n- [ ] 订礼堂\n\n<script>alert(1)</script>\n`,
    ),
  });
  await page.getByRole("button", { name: m.docs_files_bring_go({}, zh) }).click();
  await expect(page).toHaveURL(/\/docs\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText("订礼堂").first()).toBeVisible();

  const here = page.url();
  await page.goto(`${here}/take`);
  await axe(page);
  await expectNoHorizontalScroll(page);
  await screenshot(page, "docs-files-take");
  await page.getByRole("radio", { name: m.docs_files_md({}, zh) }).check();
  const [markdown] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: m.docs_files_go({}, zh) }).click(),
  ]);
  const named = await context.request.get(`${new URL(here).pathname}/take/file?format=md`);
  expect(decodeURIComponent(named.headers()["content-disposition"] ?? "")).toContain(`${title}.md`);
  const text = await readFile(await markdown.path(), "utf8");
  expect(text).toContain(`# ${title}`);
  expect(text).toContain("- [ ] 订礼堂");
  expect(text).toContain(`(${baseURL}${above.path})`);
  const pdf = await context.request.get(`${new URL(here).pathname}/take/file?format=pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("what cannot be read is said beside the file, and where it was to go is still chosen", async ({
  page,
  context,
  baseURL,
}) => {
  await newDocument(context, baseURL, "yuanshan");
  await page.goto("/w/yuanshan/docs/import");
  await page.locator('input[type="file"]').setInputFiles({
    name: "half.zip",
    mimeType: "application/zip",
    buffer: Buffer.from("PK\u0003\u0004 and nothing else"),
  });
  const place = await page.getByLabel(m.docs_files_place({}, zh)).inputValue();
  await page.getByRole("button", { name: m.docs_files_bring_go({}, zh) }).click();
  await expect(page.getByText(m.error_docs_import_broken({}, zh)).first()).toBeVisible();
  await expect(page.getByLabel(m.docs_files_place({}, zh))).toHaveValue(place);
});
