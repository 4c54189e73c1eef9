import { stat } from "node:fs/promises";
import {
  axe,
  combinationFor,
  combinations,
  expect,
  expectNoHorizontalScroll,
  screenshot,
  tabThrough,
  tabTo,
  test,
} from "@guildhall/testing/browser";
import type { Page } from "@playwright/test";
import { html, tinySite } from "./tiny-site.ts";

test.describe("a page that complains", () => {
  const complaints = {
    "console.error": { body: `<script>console.error("the till is empty")</script>`, says: /the till is empty/ },
    "page error": { body: `<script>throw new Error("no such seat")</script>`, says: /no such seat/ },
    hydration: {
      body: `<script>reportError(new Error("Minified React error #418; visit https://react.dev"))</script>`,
      says: /#418/,
    },
    CSP: { body: `<script>document.title = "run"</script>`, says: /script-src/ },
  };

  for (const [kind, { body, says }] of Object.entries(complaints)) {
    const headers: Record<string, string> = kind === "CSP" ? { "content-security-policy": "script-src 'self'" } : {};

    test(`is found: ${kind}`, async ({ page, findings, allowConsole }) => {
      await using site = await tinySite({ "GET /": html(body, headers) });
      await page.goto(site.url);
      expect(await findings.list()).toEqual([{ kind, text: expect.stringMatching(says), url: `${site.url}/` }]);
      allowConsole(says);
      expect(await findings.list()).toEqual([]);
    });

    test(`fails its test: ${kind}`, async ({ page, findings }) => {
      await using site = await tinySite({ "GET /": html(body, headers) });
      await page.goto(site.url);
      expect(await findings.list()).toHaveLength(1);
      test.fail(true, "left to the end of the test");
    });
  }

  test("is found in somebody else's context too", async ({ openContext, findings, allowConsole }) => {
    await using site = await tinySite({ "GET /": html(complaints["console.error"].body) });
    const theirs = await (await openContext()).newPage();
    await theirs.goto(site.url);
    expect(await findings.list()).toHaveLength(1);
    allowConsole(/till/);
  });

  test("is found when a policy only reports", async ({ page, findings, allowConsole }) => {
    const headers = { "content-security-policy-report-only": "script-src 'self'" };
    await using site = await tinySite({ "GET /": html(complaints.CSP.body, headers) });
    await page.goto(site.url);
    expect(await findings.list()).toMatchObject([{ kind: "CSP" }]);
    allowConsole(/script-src/);
  });
});

test("a missing file is a complaint, a form's 422 is not", async ({ page, findings, allowConsole }) => {
  await using site = await tinySite({
    "GET /": html(`<img src="/gone.png" alt="gone"><form method="post" action="/try"><button>Try</button></form>`),
    "POST /try": (_, response) =>
      response.writeHead(422, { "content-type": "text/html" }).end("<p>Name is missing</p>"),
  });
  await page.goto(site.url);
  await page.getByRole("button", { name: "Try" }).click();
  await expect(page.getByText("Name is missing")).toBeVisible();
  expect(await findings.list()).toMatchObject([{ kind: "console.error", text: expect.stringContaining("404") }]);
  allowConsole(/404/);
});

test("Chinese has glyphs, in both weights", async ({ page }) => {
  await page.setContent("<canvas></canvas>");
  const ink = (font: string, text: string) =>
    page.evaluate(
      ({ font, text }) => {
        const canvas = document.createElement("canvas");
        const brush = canvas.getContext("2d", { willReadFrequently: true });
        if (!brush) throw new Error("no canvas");
        brush.font = font;
        brush.fillText(text, 10, 80);
        return brush.getImageData(0, 0, canvas.width, canvas.height).data.reduce((sum, value) => sum + value, 0);
      },
      { font, text },
    );
  const [one, hall, boldHall, missing] = [
    await ink("400 60px sans-serif", "一"),
    await ink("400 60px sans-serif", "馆"),
    await ink("700 60px sans-serif", "馆"),
    await ink("400 60px sans-serif", "\u{10FFFD}"),
  ];
  expect(one).toBeGreaterThan(0);
  expect(hall).toBeGreaterThan(one * 2);
  expect(boldHall).toBeGreaterThan(hall * 1.1);
  expect([one, hall]).not.toContain(missing);
  for (const rare of ["喆", "→", "✓", "⌘"]) {
    expect(await ink("400 60px sans-serif", rare), rare).toBeGreaterThan(0);
    expect(await ink("400 60px sans-serif", rare), rare).not.toBe(missing);
  }
  expect(await ink("400 60px 'Noto Sans SC'", "馆")).toBe(hall);
  expect(await ink("400 60px serif", "H")).toBeGreaterThan(0);
});

test("a form post carries its Origin", async ({ page }) => {
  let origin: string | undefined;
  await using site = await tinySite({
    "GET /": html(`<form method="post" action="/join"><button>Join</button></form>`),
    "POST /join": (request, response) => {
      origin = request.headers.origin;
      html("Welcome")(request, response);
    },
  });
  await page.goto(site.url);
  await page.getByRole("button", { name: "Join" }).click();
  await expect(page.getByText("Welcome")).toBeVisible();
  expect(origin).toBe(site.url);
});

test("two people have cookies of their own, and the same window", async ({ page, openContext }) => {
  await using site = await tinySite({ "GET /": html("hello") });
  const theirs = await (await openContext()).newPage();
  await page.goto(site.url);
  await theirs.goto(site.url);
  await page.context().addCookies([{ name: "who", value: "林", url: site.url }]);
  expect(await page.context().cookies()).toHaveLength(1);
  expect(await theirs.context().cookies()).toEqual([]);
  expect(theirs.viewportSize()).toEqual(page.viewportSize());
});

test("axe passes a sound page and names what breaks another", async ({ page }) => {
  await page.setContent(`<html lang="en"><title>Sound</title><main><h1>Sound</h1></main></html>`);
  await axe(page);
  await page.setContent(`<html lang="en"><title>Broken</title><main><h1>Broken</h1><img src="data:,">
    <button style="width:9px;height:9px;padding:0" aria-label="a"></button><button style="width:9px;height:9px;padding:0" aria-label="b"></button>
    </main></html>`);
  const failure = await axe(page).then(() => "", String);
  expect(failure).toContain("image-alt");
  expect(failure).toContain("target-size");
});

test.describe("sideways scrolling", () => {
  for (const width of [390, 1440] as const) {
    test.describe(`at ${width}`, () => {
      test.use({ width });

      test("is found, and its cause named", async ({ page }) => {
        await using site = await tinySite({
          "GET /": html(`<div style="width:2000px" id="wide"><b>too wide</b></div>`),
          "GET /held": html(
            `<div style="overflow-x:auto"><div style="width:2000px">a table that scrolls by itself</div></div>`,
          ),
        });
        await page.goto(`${site.url}/held`);
        await expectNoHorizontalScroll(page);
        await page.goto(site.url);
        const failure = await expectNoHorizontalScroll(page).then(() => "", String);
        expect(failure).toContain('id=\\"wide\\"');
      });
    });
  }
});

test.describe("the Tab key", () => {
  const form = `<a href="#a">First</a> <button id="bare" style="outline:none">Bare</button>
    <label><input type="checkbox"> Agree</label> <button>Save</button>
    <button id="under">Under</button><div style="position:fixed;inset:auto 0 0 0;height:100vh;background:white;display:none" id="cover"></div>
    <span tabindex="-1" id="never">Never</span>`;

  test("reaches what shows its focus", async ({ page }) => {
    await using site = await tinySite({ "GET /": html(form) });
    await page.goto(site.url);
    await tabTo(page, page.getByRole("button", { name: "Save" }));
    await expect(page.getByRole("button", { name: "Save" })).toBeFocused();
    await tabTo(page, page.getByRole("button", { name: "Save" }));
    await tabTo(page, page.getByRole("checkbox"));
  });

  test("fails on what it cannot reach, or what hides its focus", async ({ page }) => {
    await using site = await tinySite({ "GET /": html(form) });
    await page.goto(site.url);
    const reach = (selector: string) => tabTo(page, page.locator(selector), { within: 8 }).then(() => "", String);
    expect(await reach("#never")).toContain("not reached within 8 tabs");
    expect(await reach("#bare")).toContain("looks the same");
    await page.locator("#cover").evaluate((cover) => (cover.style.display = "block"));
    expect(await reach("#under")).toContain("hidden behind");
  });
});

test.describe("the Tab key through a whole page", () => {
  const good = `<a href="#a">First</a> <main tabindex="-1"><button>Save</button> <button disabled>Not now</button>
    <label><input type="radio" name="size"> S</label><label><input type="radio" name="size"> M</label>
    <span hidden><a href="#b">Hidden</a></span></main>`;
  const through = async (page: Page, body: string) => {
    await using site = await tinySite({ "GET /": html(body) });
    await page.goto(site.url);
    await page
      .locator("#trap")
      .evaluateAll(([trap]) => trap?.addEventListener("keydown", (event) => event.preventDefault()));
    return tabThrough(page).then(() => "", String);
  };

  test("comes to everything that can be used", async ({ page }) => {
    expect(await through(page, good)).toBe("");
  });

  test("tells what it cannot reach, and what hides its focus or lies under something", async ({ page }) => {
    expect(await through(page, `${good}<button style="outline:none">Bare</button>`)).toContain("looks the same");
    const trap = `<button id="trap">Trap</button> <a href="#c">Beyond</a>`;
    expect(await through(page, good + trap)).toMatch(/Beyond.* is not reached/);
    const cover = `<div style="position:fixed;inset:0;background:white"></div>`;
    expect(await through(page, good + cover)).toContain("under something else");
  });
});

test("a test always gets the same combination, and many tests get them all", () => {
  expect(combinationFor("a deal moves")).toEqual(combinationFor("a deal moves"));
  const counts = new Map(combinations.map((combination) => [combination, 0]));
  for (let number = 0; number < 1200; number++) {
    const given = combinationFor(`journey number ${number}`);
    counts.set(given, (counts.get(given) ?? 0) + 1);
  }
  expect(Math.min(...counts.values())).toBeGreaterThan(50);
});

test.describe("a phone in Chinese, in the dark", () => {
  test.use({ locale: "zh-CN", colorScheme: "dark", width: 390 });

  test("looks like one", async ({ page }) => {
    await using site = await tinySite({
      "GET /": html(
        `<meta name="color-scheme" content="light dark"><h2 lang="zh-CN">会馆 <b>远山户外</b></h2><p>Ledger, 12 ⌘K ✓ → ¥30</p><p style="font-family:serif">Serif title 会员</p>`,
      ),
    });
    await page.goto(site.url);
    expect(
      await page.evaluate(() => [navigator.language, innerWidth, matchMedia("(pointer: coarse)").matches]),
    ).toEqual(["zh-CN", 390, true]);
    const path = await screenshot(page, "self-check");
    expect(path).toMatch(/\.cache\/pictures\/self-check-zh-CN-dark-390\.png$/);
    expect((await stat(path)).size).toBeGreaterThan(1000);
  });
});
