/**
 * Runs in the page. The styles that can show focus, of a control and of all that belongs to it alone:
 * a ring is often drawn on the label, the wrapper or a sibling of a hidden input.
 */
export function controlAppearance(control: Element): string[] {
  const focusable = "a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]";
  let whole = control;
  while (
    whole.parentElement &&
    whole.parentElement !== document.body &&
    whole.parentElement.querySelectorAll(focusable).length <= 1
  )
    whole = whole.parentElement;

  const parts = [whole, control, ...[...whole.querySelectorAll("*")].slice(0, 100)];
  return parts.flatMap((part) =>
    [undefined, "::before", "::after"].map((pseudo) => {
      const style = getComputedStyle(part, pseudo);
      const outline =
        style.outlineStyle === "none" ? "" : `${style.outlineStyle} ${style.outlineWidth} ${style.outlineColor}`;
      return [
        outline,
        style.boxShadow,
        style.border,
        style.backgroundColor,
        style.color,
        style.textDecorationLine,
        style.opacity,
      ].join("; ");
    }),
  );
}

/** Runs in the page. Whether nothing of a control can be seen: outside the window, or under something else. */
export function isCovered(control: Element): boolean {
  const box = (control.closest("label") ?? control).getBoundingClientRect();
  const points = [0.05, 0.5, 0.95].flatMap((across) =>
    [0.05, 0.5, 0.95].map((down) => [box.left + box.width * across, box.top + box.height * down] as const),
  );
  return points.every(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return !top || !(control.contains(top) || top.contains(control) || control.closest("label")?.contains(top));
  });
}
