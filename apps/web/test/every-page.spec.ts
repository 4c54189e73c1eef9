import { axe, expect, expectNoHorizontalScroll, screenshot, tabThrough, test } from "@guildhall/testing/browser";
import type { BrowserContext } from "@playwright/test";
import { z } from "zod";
import { routeTable } from "./route-table.ts";
import { enterAs } from "./sign-in.ts";

/** Pages that need something to be there first; each has its own walk. */
const elsewhere = new Set([
  "front/signup/address",
  "workspace/settings/data/export",
  "front/nowhere",
  "letters/unsubscribe",
  "letters/notice-choices",
  "workspace/notifications/newest",
  "workspace/notifications/open-notice",
  "portal/notifications/newest",
  "portal/notifications/open-notice",
  "portal/live",
  "dev/mail-message",
  "dev/mail-html",
  "workspace/live/live",
  "workspace/file",
  "workspace/settings/staff/member",
  "workspace/settings/staff/remove",
  "account/account",
  "account/data-export",
  "root",
  "portal/portal",
  "portal/logo",
  "portal/my-picture",
  "workspace/audit/find-people",
  "workspace/members/remove-member",
  "workspace/people/personal-link",
  "workspace/find/find",
  "workspace/people/merge/unmerge",
  "workspace/changes/change",
  "workspace/grid/find",
  "workspace/grid/rows",
  "workspace/people/export-people",
  "workspace/people/export-companies",
  "workspace/people/import/run",
  "workspace/people/import/refused",
  "workspace/people/positions",
  "workspace/companies/company",
  "workspace/companies/company-edit",
  "workspace/audiences/audience",
  "workspace/settings/fields/field",
  "workspace/settings/tags/tag",
  "workspace/docs/mentions",
  "workspace/docs/mentionable",
  "workspace/docs/tree/tree",
  "workspace/docs/live-choices",
  "workspace/docs/take-file",
  "workspace/docs/take-space-file",
  "portal/docs/take-file",
  "portal/docs/mentionable",
  "portal/docs/document-file",
  "portal/docs/mentions",
  // Walked in documents.spec.ts, with the link that opens them.
  "portal/docs/space",
  "portal/docs/document",
  // Walked in document-history.spec.ts, by a member who may write.
  "portal/docs/history",
  // Walked in comments.spec.ts, likewise.
  "portal/docs/comments",
  "dev/dev",
  "console/console",
  "workspace/workspace",
  // Walked in timeline.spec.ts, where there is something to show.
  "workspace/timeline/note",
  "workspace/timeline/task",
  "workspace/timeline/person-more",
  "workspace/timeline/company-more",
  "workspace/timeline/mentionable",
]);
const pages = Object.entries(routeTable).filter(([id, row]) => row.methods.includes("GET") && !elsewhere.has(id));

/** Who may see every page of a hall, by the language that the hall shows them. */
const ownerSpeaking = {
  en: { email: "maya@harbor.example", slug: "harbor" },
  "zh-CN": { email: "lin@yuanshan.example", slug: "yuanshan" },
} as const;

for (const [id, row] of pages) {
  test(`${id} is accessible, fits its screen, and works by keyboard`, async ({ page, context, baseURL, locale }) => {
    const owner = ownerSpeaking[locale];
    if (row.area === "console") await enterAs(context, "operator@guildhall.example", baseURL);
    else if (row.access === "member" || row.access === "signed-in")
      await enterAs(context, "member@yuanshan.example", baseURL);
    else if (row.area === "workspace") await enterAs(context, owner.email, baseURL);
    else if (row.area === "account")
      await enterAs(context, locale === "en" ? "manager@yuanshan.example" : "admin@yuanshan.example", baseURL);
    if (row.sample.includes("{person}")) {
      const person = await personOf(context, owner);
      await page.goto(row.sample.replace("yuanshan", owner.slug).replace("{person}", person));
    } else if (/\{(space|document)\}/.test(row.sample)) {
      await page.goto(await documentPage(context, owner.slug, row.sample));
    } else if (row.sample.includes("{hall}")) {
      await page.goto("/console/halls");
      await page.getByRole("rowheader").first().getByRole("link").first().click();
      await page.waitForURL(/halls\/[0-9a-f-]{36}$/);
    } else await page.goto(row.area === "workspace" ? row.sample.replace("yuanshan", owner.slug) : row.sample);
    await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible(); // a document shown has a title, too
    await expectNoHorizontalScroll(page);
    await axe(page);
    await screenshot(page, id.replaceAll("/", "-"));
    if (id !== "dev/ui") await tabThrough(page); // the catalogue shows controls in states that nobody can reach
  });
}

/** The address with a space and a document of the hall in it. */
async function documentPage({ request }: BrowserContext, slug: string, sample: string): Promise<string> {
  const idIn = (html: string, path: RegExp) => path.exec(html)?.[1] ?? "";
  const space = idIn(await (await request.get(`/w/${slug}/docs`)).text(), /docs\/spaces\/([0-9a-f-]{36})"/);
  const shelf = await (await request.get(`/w/${slug}/docs/spaces/${space}`)).text();
  const document = idIn(shelf, /docs\/([0-9a-f-]{36})"/);
  return sample.replace("yuanshan", slug).replace("{space}", space).replace("{document}", document);
}

const foundPeople = z.object({ choices: z.tuple([z.object({ value: z.string() })]) });

/** The owner's own record: the one that no other walk beside this one takes away. */
async function personOf(
  { request }: BrowserContext,
  { slug, email }: { slug: string; email: string },
): Promise<string> {
  const answer = await request.get(`/w/${slug}/find?q=${encodeURIComponent(email)}`);
  return foundPeople.parse(await answer.json()).choices[0].value;
}
