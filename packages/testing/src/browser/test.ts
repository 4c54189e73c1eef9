import { type BrowserContext, type BrowserContextOptions, test as base } from "@playwright/test";
import { type ColorScheme, type Combination, combinationFor, type Locale, nameOf, type Width } from "./combination.ts";
import { Findings } from "./findings.ts";
import { isPhone, viewportOf, zoneOf } from "./surroundings.ts";

/** Pin one with `test.use({ width: 390 })`; what is not pinned follows from the test's title. */
interface Options {
  locale: Locale;
  colorScheme: ColorScheme;
  width: Width;
  /** Set by the configuration where every combination runs, one project each. */
  combination: Combination | undefined;
}

interface Fixtures {
  /** The project's combination, or the one that falls to this test's title. */
  rotated: Combination;
  /** What the pages of this test complained about; whatever was not allowed fails it at its end. */
  findings: Findings;
  /** Lets the test pass in spite of complaints that match. */
  allowConsole: (pattern: RegExp) => void;
  /** A context for one more person: watched like the first, closed with the test. */
  openContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Where every combination runs, leaves out those that contradict what the test pins. */
  onlyWherePinned: undefined;
}

/** Playwright's test, with pages that fail it when they complain, in a language, theme and width that rotate. */
export const test = base.extend<Options & Fixtures>({
  combination: [undefined, { option: true }],
  rotated: async ({ combination }, use, testInfo) =>
    use(combination ?? combinationFor(testInfo.titlePath.slice(1).join(" "))),
  locale: async ({ rotated }, use) => use(rotated.locale),
  colorScheme: async ({ rotated }, use) => use(rotated.colorScheme),
  width: [async ({ rotated }, use) => use(rotated.width), { option: true }],

  viewport: async ({ width }, use) => use(viewportOf(width)),
  isMobile: async ({ width }, use) => use(isPhone(width)),
  hasTouch: async ({ width }, use) => use(isPhone(width)),
  timezoneId: async ({ locale }, use) => use(zoneOf(locale)),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies from the pattern.
  findings: async ({}, use) => use(new Findings()),
  allowConsole: async ({ findings }, use) => use((pattern) => findings.allow(pattern)),
  openContext: async ({ browser, findings }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      findings.watch(context);
      return context;
    });
    try {
      await findings.settle();
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
  },
  context: async ({ openContext }, use) => use(await openContext()),

  onlyWherePinned: [
    async ({ combination, locale, colorScheme, width }, use, testInfo) => {
      const pinned = nameOf({ locale, colorScheme, width });
      testInfo.skip(combination !== undefined && nameOf(combination) !== pinned, `pinned to ${pinned}`);
      await use(undefined);
    },
    { auto: true },
  ],
});
