import { prepareChromium } from "@guildhall/testing/browser";
import { type Browser, chromium, type Page } from "@playwright/test";
import { cookiesOf } from "../cookies-of.ts";
import { keystrokesIn } from "../read-trace.ts";

export interface Typed {
  /** Milliseconds from asking for the page until its words were painted. */
  readonly firstWords: number;
  /** Milliseconds until it could be written in. */
  readonly writable: number;
  /** Milliseconds of the main thread's work for each letter, until it was painted. */
  readonly work: readonly number[];
}

interface Asked {
  readonly address: string;
  readonly cookie: string;
  readonly path: string;
  readonly letters: number;
  /** Called once the document can be written in. */
  readonly ready: () => Promise<void>;
}

const between = 120;

/** Opens a document in a browser of its own, writes in the middle of what it shows, and reads the browser's trace. */
export async function typeInBrowser({ address, cookie, path, letters, ready }: Asked): Promise<Typed> {
  const { executablePath, env, args } = await prepareChromium();
  const browser = await chromium.launch({ executablePath, env, args });
  try {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
    await context.addCookies(cookiesOf(cookie, address));
    await (await context.newPage()).goto(path); // once before, so that what is measured has its scripts at hand
    const page = await context.newPage();
    const asked = performance.now();
    await page.goto(path, { waitUntil: "commit" });
    const editor = page.locator(".document.ProseMirror");
    await editor.waitFor();
    const writable = performance.now() - asked;
    const firstWords = await firstPaintOf(page);
    await ready();
    await editor.locator("p").nth(4).click();
    await page.keyboard.press("End");
    await page.waitForTimeout(1_000);
    return { firstWords, writable, work: await trace(browser, page, letters) };
  } finally {
    await browser.close();
  }
}

/** The server's answer holds the document's words, so that the first thing painted is them. */
async function firstPaintOf(page: Page): Promise<number> {
  const [paint] = await page.evaluate(() =>
    performance.getEntriesByName("first-contentful-paint").map(({ startTime }) => startTime),
  );
  if (paint === undefined) throw new Error("Nothing was painted.");
  return paint;
}

async function trace(browser: Browser, page: Page, letters: number): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  for (let n = 0; n < letters; n++) {
    await page.keyboard.press(n % 6 === 5 ? "Space" : "e");
    await page.waitForTimeout(between);
  }
  return keystrokesIn(await browser.stopTracing());
}
