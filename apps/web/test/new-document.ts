import { expect } from "@guildhall/testing/browser";
import type { BrowserContext, Page } from "@playwright/test";
import { enterAs } from "./sign-in.ts";

/** A new document that staff and members of the demo's hall write in, put down by Lin. */
export async function newDocument(context: BrowserContext, baseURL: string | undefined, hall: string) {
  await enterAs(context, "lin@yuanshan.example", baseURL);
  const shelves = await (await context.request.get(`/w/${hall}/docs`)).text();
  const spaces = [...shelves.matchAll(/docs\/spaces\/([0-9a-f-]{36})"[^>]*>(?:(?!<\/a>).)*会员手册/g)];
  const spaceId = spaces[0]?.[1] ?? "";
  const answer = await context.request.post(`/w/${hall}/docs/new`, {
    form: { spaceId },
    headers: { origin: baseURL ?? "" },
    maxRedirects: 0,
  });
  expect(answer.status()).toBe(303);
  const id = answer.headers().location?.split("/").at(-1) ?? "";
  return { id, spaceId, path: `/w/${hall}/docs/${id}`, portal: `/c/${hall}/docs/${id}` };
}

/** The words below the title, a line for each block. */
export async function words(page: Page): Promise<string> {
  return page
    .locator(".document.ProseMirror > :not(h1)")
    .evaluateAll((blocks) => blocks.map((block) => block.textContent).join("\n"));
}
