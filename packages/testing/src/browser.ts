export { expect } from "@playwright/test";
export { axe } from "./browser/axe.ts";
export { combinationFor, combinations } from "./browser/combination.ts";
export { expectNoHorizontalScroll } from "./browser/horizontal-scroll.ts";
export { playwrightConfig } from "./browser/playwright-config.ts";
export { prepareChromium } from "./browser/prepare-chromium.ts";
export { screenshot } from "./browser/screenshot.ts";
export { tabTo } from "./browser/tab-to.ts";
export { test } from "./browser/test.ts";
