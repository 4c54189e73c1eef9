import { expect, type Locator, type Page } from "@playwright/test";
import { controlAppearance, isCovered } from "./focus-appearance.ts";

/**
 * Reaches a control with the Tab key alone, as a keyboard user would.
 * Fails when it is not reached within so many presses, or when its focus cannot be seen.
 */
export async function tabTo(page: Page, target: Locator, { within = 60 }: { within?: number } = {}): Promise<void> {
  if (await isFocused(target)) await page.keyboard.press("Shift+Tab");
  const before = await target.evaluate(controlAppearance);

  const passed: string[] = [];
  while (!(await isFocused(target))) {
    if (passed.length === within)
      throw new Error(`${target} is not reached within ${within} tabs:\n  ${passed.join("\n  ")}`);
    await page.keyboard.press("Tab");
    passed.push(await page.evaluate(describeFocus));
  }

  await expect(async () => {
    expect(await target.evaluate(controlAppearance), `${target} looks the same with focus and without`).not.toEqual(
      before,
    );
    expect(await target.evaluate(isCovered), `${target} has focus but is hidden behind something else`).toBe(false);
  }).toPass({ timeout: 1_000 });
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.ownerDocument.activeElement === element);
}

/** Runs in the page. */
function describeFocus(): string {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return "(nothing)";
  const name = focused.getAttribute("aria-label") ?? focused.textContent.trim();
  return `${focused.tagName.toLowerCase()} ${JSON.stringify(name.slice(0, 40))}`;
}
