import { type ElementHandle, expect, type Page } from "@playwright/test";
import { controlAppearance, isCovered } from "./focus-appearance.ts";

type Stop = ElementHandle<HTMLElement | SVGElement>;

/**
 * Goes through the page with the Tab key alone, from its beginning. Fails when something that can be used is not
 * reached, when focus cannot be seen on it, or when it lies under something else there. Of a group of radio buttons,
 * and of what moves its focus with the arrow keys, one is enough.
 */
export async function tabThrough(page: Page): Promise<void> {
  const stops = await stopsOf(page);
  const plain = await Promise.all(stops.map((stop) => stop.evaluate(controlAppearance)));
  const reached = new Set<number>();
  const wrong: string[] = [];
  // A field for date and time has places of its own inside, each a press of the key.
  const most = stops.length * 4 + 20;
  for (let presses = 0; presses < most && reached.size < stops.length; presses++) {
    await page.keyboard.press("Tab");
    const at = await focusedAmong(page, stops);
    const stop = stops[at];
    if (!stop || reached.has(at)) continue;
    reached.add(at);
    if (await looksLike(stop, plain[at])) wrong.push(`${await nameOf(stop)} looks the same with focus and without`);
    if (await staysCovered(stop)) wrong.push(`${await nameOf(stop)} has focus under something else`);
  }
  for (const [at, stop] of stops.entries())
    if (!reached.has(at) && (await stop.evaluate((element) => element.isConnected)))
      // news may have taken it away
      wrong.push(`${await nameOf(stop)} is not reached by Tab`);
  expect(wrong.join("\n"), `the keyboard on ${page.url()}`).toBe("");
}

async function stopsOf(page: Page): Promise<Stop[]> {
  const found = await page.$$(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])",
  );
  const usable = await Promise.all(found.map((stop) => stop.evaluate(isUsable)));
  return found.filter((_, at) => usable[at]);
}

/** Runs in the page. Whether Tab should come here: it can be seen and used, and stands for its group. */
function isUsable(element: HTMLElement | SVGElement): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  if (element.closest("[inert]") || element.matches(":disabled, [tabindex='-1']")) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
  const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
    (radio) => radio.name === element.name && radio.form === element.form,
  );
  return element === (group.find(({ checked }) => checked) ?? group[0]);
}

function focusedAmong(page: Page, stops: readonly Stop[]): Promise<number> {
  return page.evaluate((among) => among.findIndex((stop) => stop === document.activeElement), stops);
}

/** Whether it still looks so after its transitions had time to end. */
function looksLike(stop: Stop, plain: readonly string[] | undefined): Promise<boolean> {
  return stays(async () => JSON.stringify(await stop.evaluate(controlAppearance)) === JSON.stringify(plain));
}

/** Whether it still lies under something after the page had time to scroll to it. */
function staysCovered(stop: Stop): Promise<boolean> {
  return stays(() => stop.evaluate(isCovered));
}

async function stays(so: () => Promise<boolean>): Promise<boolean> {
  const until = Date.now() + 500;
  while (await so()) if (Date.now() > until) return true;
  return false;
}

function nameOf(stop: Stop): Promise<string> {
  return stop.evaluate((element) => {
    const name = element.getAttribute("aria-label") ?? element.textContent.trim();
    return `${element.tagName.toLowerCase()} ${JSON.stringify(name.slice(0, 40))}`;
  });
}
