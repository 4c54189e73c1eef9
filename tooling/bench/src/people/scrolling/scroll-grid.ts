import { prepareChromium } from "@guildhall/testing/browser";
import { chromium, type Page } from "@playwright/test";
import { cookiesOf } from "../../cookies-of.ts";
import { mainThreadIn } from "../../read-trace.ts";
import { signIn } from "../../web/sign-in.ts";
import type { WideHall } from "./wide-hall.ts";

export type Way = "down" | "across";

export interface Scrolled {
  /** Milliseconds that the main thread worked for each frame. */
  readonly frames: readonly number[];
  /** Milliseconds of each of its tasks. */
  readonly tasks: readonly number[];
  readonly columns: number;
}

const turns = 240;
/** Pixels of a turn of the wheel: a quick hand. */
const far = 120;
const every = 16;

/** Opens the grid with all columns, turns the wheel for some seconds, and reads what the browser's trace tells. */
export async function scrollGrid(address: string, hall: WideHall, way: Way): Promise<Scrolled> {
  const { executablePath, env, args } = await prepareChromium();
  const browser = await chromium.launch({ executablePath, env, args });
  try {
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 } });
    await context.addCookies(cookiesOf(await signIn(address, hall.credentials), address));
    const page = await context.newPage();
    await page.goto(`/w/${hall.slug}/people?columns=${hall.columns.join()}`);
    await page.locator("[role=grid] [aria-rowindex='20']").waitFor();
    const pane = await page.locator(".grid-pane").boundingBox();
    if (!pane) throw new Error("There is no grid.");
    await page.mouse.move(pane.x + pane.width / 2, pane.y + pane.height / 2);
    await turn(page, way, 30);
    await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
    await turn(page, way, turns);
    return { ...mainThreadIn(await browser.stopTracing()), columns: hall.columns.length };
  } finally {
    await browser.close();
  }
}

/** Down and down again; across there and back, since fifty columns have an end. */
async function turn(page: Page, way: Way, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const back = Math.floor(n / 60) % 2 === 1;
    await (way === "down" ? page.mouse.wheel(0, far) : page.mouse.wheel(back ? -far : far, 0));
    await page.waitForTimeout(every);
  }
}
