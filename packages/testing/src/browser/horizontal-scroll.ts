import { expect, type Page } from "@playwright/test";

/** Fails with the elements that stick out when the page is wider than its window. */
export async function expectNoHorizontalScroll(page: Page): Promise<void> {
  expect(await page.evaluate(findOverflow), `wider than its window: ${page.url()}`).toEqual([]);
}

/** Runs in the page. Leaves out what its own scroller or clip holds, and children of what sticks out already. */
function findOverflow(): string[] {
  const root = document.documentElement;
  const width = root.clientWidth;
  if (root.scrollWidth <= width) return [];

  const sticksOut = (element: Element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.right + window.scrollX > width + 0.5;
  };
  const isHeld = (element: Element) => {
    for (let up = element.parentElement; up && up !== document.body && up !== root; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  const outermost = [...document.body.querySelectorAll("*")].filter(
    (element) =>
      sticksOut(element) &&
      !isHeld(element) &&
      !(element.parentElement !== document.body && element.parentElement && sticksOut(element.parentElement)),
  );
  return [
    `the page is ${root.scrollWidth} px wide in a window of ${width} px`,
    ...outermost.slice(0, 10).map((element) => {
      const right = Math.round(element.getBoundingClientRect().right);
      return `reaches ${right} px: ${element.outerHTML.slice(0, 120)}`;
    }),
  ];
}
