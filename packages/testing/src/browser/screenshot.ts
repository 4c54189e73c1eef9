import { join } from "node:path";
import type { Page } from "@playwright/test";
import { cache } from "./folders.ts";

/** Keeps a picture of the whole page as `.cache/pictures/name-locale-theme-width.png`, and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const seen = await page.evaluate(() => ({
    locale: navigator.language,
    theme: matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light",
  }));
  const width = page.viewportSize()?.width ?? 0;
  const path = join(cache, "pictures", `${name}-${seen.locale}-${seen.theme}-${width}.png`);
  await page.screenshot({ path, fullPage: true, animations: "disabled" });
  return path;
}
