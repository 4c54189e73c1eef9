import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import * as Y from "yjs";
import { enterByHand } from "./enter-by-hand.ts";
import { newDocument, words } from "./new-document.ts";
import { enterAs } from "./sign-in.ts";

const hall = "yuanshan";

/** Somebody's page of the document, once it can be written in. */
async function open(context: BrowserContext, baseURL: string | undefined, email: string, path: string): Promise<Page> {
  await enterAs(context, email, baseURL);
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.locator(".document.ProseMirror")).toBeVisible();
  return page;
}

type OpenContext = (options?: BrowserContextOptions) => Promise<BrowserContext>;

/** The same document in the portal, in a browser of its own. */
async function openAsMember(openContext: OpenContext, baseURL: string | undefined, portal: string): Promise<Page> {
  return open(await openContext(baseURL ? { baseURL } : {}), baseURL, "member@yuanshan.example", portal);
}

test("staff and a customer see each other's words and where they are; what shows as saved is in the database", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  const chen = await openAsMember(openContext, baseURL, portal);
  await lin.locator(".document h1").click();
  await lin.keyboard.type("露营计划");
  await lin.keyboard.press("Enter");
  await lin.keyboard.type("Water at the upper spring.");
  await expect(chen.locator(".document")).toContainText("露营计划");
  await chen.locator(".document p").last().click();
  await chen.keyboard.press("End");
  await chen.keyboard.type(" And the fire permit.");
  await expect(lin.locator(".document")).toContainText("spring. And the fire permit.");
  await expect(lin.locator(".caret")).toHaveAttribute("data-name", "陈雨泽");
  await expect(chen.locator(".caret")).toHaveAttribute("data-name", "林乔");
  await expect(chen.locator("[data-room-state]")).toHaveAttribute("data-room-state", "saved");
  const stored = await (await chen.request.get(portal)).text();
  expect(stored).toContain("And the fire permit.");
  await axe(lin);
  await expectNoHorizontalScroll(lin);
  await screenshot(lin, "document-editor");
});

for (const others of ["nobody else there", "somebody's caret in the same line", "somebody writing in the same line"])
  test(`typing that begins the instant an editor is clicked loses nothing: ${others}`, async ({
    context,
    openContext,
    baseURL,
  }) => {
    const { path, portal } = await newDocument(context, baseURL, hall);
    const lin = await open(context, baseURL, "lin@yuanshan.example", path);
    const line = lin.locator(".document p").last();
    const chen = others === "nobody else there" ? null : await openAsMember(openContext, baseURL, portal);
    await chen?.locator(".document p").last().click();
    if (chen) await expect(lin.locator(".caret")).toBeAttached();
    const typed: string[] = [];
    for (const word of ["alpha", "bravo", "delta", "gamma", "kappa", "omega"]) {
      await lin.evaluate(() => {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      });
      const isWriting = chen && others.includes("writing");
      const other = isWriting ? chen.keyboard.type("....", { delay: 10 }) : null;
      await line.click();
      await lin.keyboard.type(word);
      await other;
      typed.push(word);
    }
    const expected = [...typed.join("")].sort().join("");
    await expect.poll(async () => [...(await words(lin)).replaceAll(".", "")].sort().join("")).toBe(expected);
    for (const word of typed) expect((await words(lin)).replaceAll(".", "")).toContain(word);
    if (chen) await expect.poll(() => words(chen)).toBe(await words(lin));
  });

test("characters that are still being composed are left alone while somebody else writes", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  const chen = await openAsMember(openContext, baseURL, portal);
  await lin.locator(".document p").last().click();
  await lin.keyboard.type("first");
  await lin.keyboard.press("Enter");
  await expect(chen.locator(".document p")).toHaveCount(2);
  const input = await context.newCDPSession(lin);
  await input.send("Input.imeSetComposition", { text: "l", selectionStart: 1, selectionEnd: 1 });
  await chen.locator(".document p").first().click();
  await chen.keyboard.press("Home");
  await chen.keyboard.type("at the very ");
  await input.send("Input.imeSetComposition", { text: "lu", selectionStart: 2, selectionEnd: 2 });
  await expect(lin.locator(".document p").first()).toContainText("at the very first");
  await input.send("Input.imeSetComposition", { text: "lu'ying", selectionStart: 7, selectionEnd: 7 });
  await chen.keyboard.type("last or ");
  await input.send("Input.insertText", { text: "露营" });
  await expect.poll(() => words(chen)).toBe("at the very last or first\n露营");
  await expect.poll(() => words(lin)).toBe("at the very last or first\n露营");
});

test("by keyboard alone: blocks by a slash, a table, a block moved, words made bold and a link", async ({
  context,
  baseURL,
}) => {
  const { path } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  await lin.locator(".document p").last().click();
  await lin.keyboard.type("one");
  await lin.keyboard.press("Enter");
  await lin.keyboard.type("two");
  await lin.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => words(lin)).toBe("two\none");
  await lin.keyboard.press("Home");
  await lin.keyboard.press("Shift+End");
  await lin.keyboard.press("Control+B");
  await expect(lin.locator(".document strong")).toHaveText("two");
  await lin.keyboard.press("Control+K");
  await lin.keyboard.type("guildhall.example");
  await lin.keyboard.press("Enter");
  await expect(lin.locator('.document a[href="https://guildhall.example"]')).toHaveText("two");
  await lin.keyboard.press("Control+End");
  await lin.keyboard.press("Enter");
  await lin.keyboard.type("/table");
  await expect(lin.getByRole("listbox")).toBeVisible();
  await lin.keyboard.press("Enter");
  await lin.keyboard.type("cell");
  await lin.keyboard.press("Tab");
  await expect(lin.locator(".document th").first()).toHaveText("cell");
  await expect(lin.locator("[data-room-state]")).toContainText(m.editor_saved({}, { locale: "zh-CN" }));
});

test("what a later edition of the editor wrote stays, while a page that cannot show it writes beside it", async ({
  context,
  baseURL,
}) => {
  const { id, path } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  await lin.locator(".document p").last().click();
  await lin.keyboard.type("before");
  await expect(lin.locator("[data-room-state]")).toHaveAttribute("data-room-state", "saved");
  const room = await enterByHand(context, baseURL, `${hall}.document.${id}`);
  await room.change((root) => {
    const poll = new Y.XmlElement("poll");
    poll.setAttribute("closes", "2026-12-01");
    poll.insert(0, [new Y.XmlText("Where to?")]);
    root.push([poll]);
  });
  await expect(lin.getByText(m.editor_unknown_part({}, { locale: "zh-CN" }))).toBeVisible();
  await lin.locator(".document p").first().click();
  await lin.keyboard.press("End");
  await lin.keyboard.type(" and after");
  await expect.poll(async () => (await room.look()).toString()).toContain("before and after");
  expect((await room.look()).toString()).toContain('<poll closes="2026-12-01">Where to?</poll>');
});

test("what is pasted comes in as what it says, without its scripts, and as much as fits", async ({
  context,
  baseURL,
}) => {
  const { path } = await newDocument(context, baseURL, hall);
  const lin = await open(context, baseURL, "lin@yuanshan.example", path);
  const line = lin.locator(".document p").last();
  const paste = (type: string, text: string) =>
    lin.evaluate(
      ([kind, data]) => {
        const given = new DataTransfer();
        given.setData(kind ?? "", data ?? "");
        document.activeElement?.dispatchEvent(
          new ClipboardEvent("paste", { clipboardData: given, bubbles: true, cancelable: true }),
        );
      },
      [type, text],
    );
  await line.click();
  await paste("text/plain", "## Plan\n\n- [ ] water\n- [x] fire\n\n**bold** and [there](https://guildhall.example)");
  await expect(lin.locator(".document h2")).toHaveText("Plan");
  await expect(lin.locator(".document li[data-checked=true] > div")).toHaveText("fire");
  await paste(
    "text/html",
    '<p onclick="x()">in <a href="javascript:alert(1)">here</a><img src="x" onerror="alert(1)"><svg><script>1</script></svg></p>',
  );
  await expect(lin.locator(".document")).toContainText("in here");
  expect(await lin.locator(".document").innerHTML()).not.toMatch(/javascript:|onerror|onclick|<script|<svg/);
  const row = `<tr>${"<td>x</td>".repeat(50)}</tr>`;
  await paste("text/html", `<table>${row.repeat(500)}</table>`);
  await expect(lin.locator(".document table tr")).toHaveCount(66);
  await expect(lin.getByText(m.editor_cut_rows({ kept: 66, of: 500 }, { locale: "zh-CN" }))).toBeVisible();
  await paste("text/plain", "a".repeat(10_000_000));
  const said = m.editor_paste_too_large({}, { locale: "zh-CN" });
  await expect(lin.getByText(said)).toBeVisible();
  expect((await words(lin)).length).toBeLessThan(100_000);
});
