import { expect, type JSHandle, type Page } from "@playwright/test";
import { controlAppearance, isCovered } from "./focus-appearance.ts";

type Control = HTMLElement | SVGElement;

/** Where Tab should come to, and how to look at it. Lives in the page, where looking at hundreds costs little. */
interface Stops {
  readonly controls: readonly Control[];
  /** How each looks without focus. */
  readonly plain: readonly string[];
  readonly lookOf: (control: Control) => string;
  readonly isCovered: (control: Control) => boolean;
}

/** Where the focus is (-1 for none of the stops), and what is wrong with how it shows. */
interface Focus {
  readonly at: number;
  readonly plain: boolean;
  readonly covered: boolean;
}

/**
 * Goes through the page with the Tab key alone, from its beginning. Fails when something that can be used is not
 * reached, when focus cannot be seen on it, or when it lies under something else there. Of a group of radio buttons,
 * and of what moves its focus with the arrow keys, one is enough.
 */
export async function tabThrough(page: Page): Promise<void> {
  const stops = await stopsOf(page);
  const count = await stops.evaluate(({ controls }) => controls.length);
  const reached = new Set<number>();
  const wrong: string[] = [];
  // A field for date and time has places of its own inside, each a press of the key.
  const most = count * 4 + 20;
  for (let presses = 0; presses < most && reached.size < count; presses++) {
    await page.keyboard.press("Tab");
    const focus = await stops.evaluate(focusAmong);
    if (focus.at < 0 || reached.has(focus.at)) continue;
    reached.add(focus.at);
    const { at, plain, covered } = await settled(stops, focus);
    if (plain) wrong.push(`${await nameOf(stops, at)} looks the same with focus and without`);
    if (covered) wrong.push(`${await nameOf(stops, at)} has focus under something else`);
  }
  for (const at of await stillThere(stops)) // news may have taken one away
    if (!reached.has(at)) wrong.push(`${await nameOf(stops, at)} is not reached by Tab`);
  expect(wrong.join("\n"), `the keyboard on ${page.url()}`).toBe("");
}

async function stopsOf(page: Page): Promise<JSHandle<Stops>> {
  const [usable, appearance, covered] = await Promise.all([
    inPage(page, isUsable),
    inPage(page, controlAppearance),
    inPage(page, isCovered),
  ]);
  return page.evaluateHandle(
    ({ usable, appearance, covered }) => {
      const found = document.querySelectorAll<HTMLElement | SVGElement>(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1']), [role=treegrid] [role=row]",
      );
      const controls = [...found].filter((control) => usable(control));
      const lookOf = (control: Element) => appearance(control).join("\n");
      return { controls, plain: controls.map(lookOf), lookOf, isCovered: covered };
    },
    { usable, appearance, covered },
  );
}

/** A function of these files as one of the page's own, for the functions that run there. */
function inPage<Call>(page: Page, call: Call): Promise<JSHandle<Call>> {
  return page.evaluateHandle(`(${String(call)})`);
}

/** Runs in the page. Whether Tab should come here: it can be seen and used, and stands for its group. */
function isUsable(element: Control): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  const tree = element.closest("[role=treegrid]"); // its lines, and what is in them, are walked with the arrow keys
  if (tree) return element === tree.querySelector("[role=row]");
  if (element.closest("[inert]") || element.matches(":disabled, [tabindex='-1']")) return false;
  if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
  const group = [...document.querySelectorAll<HTMLInputElement>("input[type=radio]")].filter(
    (radio) => radio.name === element.name && radio.form === element.form,
  );
  return element === (group.find(({ checked }) => checked) ?? group[0]);
}

/** Runs in the page. */
function focusAmong({ controls, plain, lookOf, isCovered }: Stops): Focus {
  const at = controls.findIndex((each) => each === document.activeElement);
  const control = controls[at];
  if (!control) return { at: -1, plain: false, covered: false };
  return { at, plain: lookOf(control) === plain[at], covered: isCovered(control) };
}

/** How it shows once transitions had time to end, and the page to scroll to it. */
async function settled(stops: JSHandle<Stops>, first: Focus): Promise<Focus> {
  const until = Date.now() + 500;
  let focus = first;
  while ((focus.plain || focus.covered) && Date.now() < until) {
    const now = await stops.evaluate(focusAmong);
    focus = { at: focus.at, plain: focus.plain && now.plain, covered: focus.covered && now.covered };
  }
  return focus;
}

async function stillThere(stops: JSHandle<Stops>): Promise<number[]> {
  return stops.evaluate(({ controls }) => [...controls.keys()].filter((at) => controls[at]?.isConnected));
}

async function nameOf(stops: JSHandle<Stops>, at: number): Promise<string> {
  return stops.evaluate(({ controls }, place) => {
    const control = controls[place];
    const name = control?.getAttribute("aria-label") ?? control?.textContent.trim() ?? "";
    return `${control?.tagName.toLowerCase()} ${JSON.stringify(name.slice(0, 40))}`;
  }, at);
}
