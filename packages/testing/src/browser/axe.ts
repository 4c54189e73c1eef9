import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

type Violation = Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number];

/** Fails with every place on the page that breaks WCAG 2.2 A or AA, as far as a program can tell. */
export async function axe(page: Page): Promise<void> {
  // From the top, where nothing lies half under a header that stays while the rest scrolls.
  await page.evaluate(() => window.scrollTo(0, 0));
  // react-aria names a button that is at work there for seven seconds, also once the button has gone.
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: wcag22aa, resultTypes: ["violations"] })
    .exclude("[data-live-announcer]")
    // Puts results together in the page itself, and not in a second page opened for that each time.
    .setLegacyMode()
    .analyze();
  expect(violations.map(describeViolation).join("\n\n"), `accessibility of ${page.url()}`).toBe("");
}

function describeViolation({ id, impact, help, helpUrl, nodes }: Violation): string {
  const places = nodes.map(({ target, html, failureSummary }) =>
    [`  ${target.join(" ")}`, html, ...(failureSummary ?? "").split("\n").slice(1)].join("\n    "),
  );
  return [`${id} (${impact ?? "unrated"}): ${help}. ${helpUrl}`, ...places].join("\n");
}
