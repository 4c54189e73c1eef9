import { m } from "@guildhall/i18n/messages";
import { axe, expect, expectNoHorizontalScroll, screenshot, test } from "@guildhall/testing/browser";
import type { BrowserContext, Page, WebSocketRoute } from "@playwright/test";
import { newDocument, words } from "./new-document.ts";
import { enterAs } from "./sign-in.ts";

const zh = { locale: "zh-CN" } as const; // Lin's own language, and that of her members
const hall = "yuanshan";
const saved = (page: Page) => page.locator('[data-room-state="saved"]');
const paper = (page: Page) => page.locator(".document.ProseMirror");

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await expect(paper(page)).toBeVisible();
  return page;
}

/** A browser whose line can be cut: a socket that is open stays so when only the network is said to be gone. */
async function lineOf(context: BrowserContext) {
  const open = new Set<WebSocketRoute>();
  let isCut = false;
  await context.routeWebSocket(/\/sync\//, (socket) => {
    if (isCut) return void socket.close({ code: 1012 });
    socket.connectToServer();
    open.add(socket);
  });
  return {
    cut: async () => {
      isCut = true;
      await context.setOffline(true);
      for (const socket of open) await socket.close({ code: 1012 });
      open.clear();
    },
    mend: async () => {
      isCut = false;
      await context.setOffline(false);
    },
  };
}

/** Closes a page once the device has what was typed there: what reads of a database waits for what is being written. */
async function closeOnceKept(page: Page, typed: string): Promise<void> {
  await expect(paper(page)).toContainText(typed);
  await page.evaluate(async () => {
    for (const { name = "" } of await indexedDB.databases())
      if (name.startsWith("guildhall:"))
        await new Promise<void>((done) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => {
            const reading = opening.result.transaction("updates", "readonly");
            reading.objectStore("updates").count();
            reading.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        });
  });
  await page.close();
}

async function typeAtEnd(page: Page, text: string): Promise<void> {
  await paper(page).click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
  await expect(saved(page)).toBeVisible();
}

test("what two wrote is told by moments; one gets a name, is compared and restored while the other goes on writing", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const member = await openContext({ viewport: { width: 1280, height: 900 } });
  await enterAs(member, "member@yuanshan.example", baseURL);
  const [lin, chen] = [await open(context, path), await open(member, portal)];
  await typeAtEnd(lin, "周六去山脊露营。");
  await expect(paper(chen)).toContainText("周六去山脊露营");
  await typeAtEnd(chen, "我带锅。");

  const page = await context.newPage();
  await page.goto(`${path}/history`);
  const list = page.getByRole("region", { name: m.versions_moments({}, zh) });
  await list.getByRole("link", { name: /陈雨泽/ }).click();
  await expect(page.locator('ins[data-change="added"]')).toContainText("我带锅");
  await expect(page.locator('ins[data-change="added"]').first()).toHaveAttribute("title", /陈雨泽/);
  await axe(page);
  await expectNoHorizontalScroll(page);
  await screenshot(page, "document-history");

  await page.getByRole("link", { name: m.versions_look_text({}, zh), exact: true }).click();
  await page.getByLabel(m.versions_name({}, zh)).fill("定稿");
  await page.getByRole("button", { name: m.versions_keep_name({}, zh) }).click();
  await expect(page.getByRole("heading", { level: 2, name: "定稿" })).toBeVisible();
  const named = page.url();

  await typeAtEnd(lin, "改到下个月。");
  await expect(paper(chen)).toContainText("改到下个月");
  await page.goto(named);
  const typing = chen.keyboard.type("锅太重了。", { delay: 40 });
  await page.getByRole("button", { name: m.versions_restore({}, zh) }).click();
  await expect(page.getByText(m.versions_restored_title({}, zh))).toBeVisible();
  await typing;
  await expect(saved(chen)).toBeVisible();
  await expect(paper(chen)).not.toContainText("改到下个月");
  await expect.poll(() => words(chen)).toContain("锅太重了。");
  await expect.poll(() => words(lin)).toContain("锅太重了。");

  await page.getByRole("button", { name: m.versions_restore_before({}, zh) }).click();
  await expect(paper(lin)).toContainText("改到下个月");
  await expect.poll(() => words(lin)).toContain("锅太重了。");

  await page.goto(`${path}/history?look=who`);
  await expect(page.locator(".passage[title='陈雨泽']").first()).toContainText("我带锅");
  await axe(page);
  await screenshot(page, "document-who-wrote");
});

test("a member who may write sees the history of it in the portal; who only reads does not", async ({
  context,
  openContext,
  baseURL,
}) => {
  const { path, portal } = await newDocument(context, baseURL, hall);
  const member = await openContext();
  await enterAs(member, "member@yuanshan.example", baseURL);
  const page = await open(member, portal);
  await page.getByRole("link", { name: m.versions_title({}, zh) }).click();
  await expect(page.getByRole("heading", { level: 1, name: m.versions_title({}, zh) })).toBeVisible();
  await axe(page);
  await context.request.post(`${path}/people`, {
    form: { act: "inherit", inherits: "no" },
    headers: { origin: baseURL ?? "" },
  });
  expect((await member.request.get(`${portal}/history`)).status()).toBe(404);
});

test.describe("without script", () => {
  test("moments are looked at, named and restored by links and forms", async ({ context, openContext, baseURL }) => {
    const { path } = await newDocument(context, baseURL, hall);
    const writing = await open(context, path);
    await typeAtEnd(writing, "帐篷两顶");
    await writing.close();
    const plain = await openContext({ javaScriptEnabled: false });
    await enterAs(plain, "lin@yuanshan.example", baseURL);
    const page = await plain.newPage();
    await page.goto(`${path}/history?at=1&look=text`);
    await expect(page.locator(".history-paper")).not.toContainText("帐篷两顶");
    await page.getByLabel(m.versions_name({}, zh)).fill("空白");
    await page.getByRole("button", { name: m.versions_keep_name({}, zh) }).click();
    await expect(page.getByRole("heading", { level: 2, name: "空白" })).toBeVisible();
    await page.getByRole("button", { name: m.versions_restore({}, zh) }).click();
    await expect(page.locator("del").first()).toContainText("帐篷两顶");
  });
});

test.describe("offline", () => {
  test("what was written offline is there after the page was closed, and merges with what others wrote", async ({
    context,
    openContext,
    baseURL,
    allowConsole,
  }) => {
    allowConsole(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch|Failed to load/);
    const { path, portal } = await newDocument(context, baseURL, hall);
    const member = await openContext({ viewport: { width: 1280, height: 900 } });
    await enterAs(member, "member@yuanshan.example", baseURL);
    const line = await lineOf(member);
    const away = await open(member, portal);
    await expect(saved(away)).toBeVisible();
    await line.cut();
    await paper(away).click();
    await away.keyboard.press("Control+End");
    await away.keyboard.type("山洞里写的");
    await expect(away.locator('[data-room-state="offline"]')).toBeVisible({ timeout: 20_000 });
    await closeOnceKept(away, "山洞里写的");
    const lin = await open(context, path);
    await typeAtEnd(lin, "林乔在家写的");
    await line.mend();
    const back = await open(member, portal);
    await expect(paper(back)).toContainText("山洞里写的");
    await expect(paper(lin)).toContainText("山洞里写的");
    await expect(paper(back)).toContainText("林乔在家写的");
  });

  test("what was written offline, and may not be stored any more, is offered as a copy and merged nowhere", async ({
    context,
    openContext,
    baseURL,
    allowConsole,
  }) => {
    allowConsole(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to fetch|Failed to load|404/);
    const { path, portal } = await newDocument(context, baseURL, hall);
    const member = await openContext({ viewport: { width: 1280, height: 900 } });
    await enterAs(member, "member@yuanshan.example", baseURL);
    const line = await lineOf(member);
    const away = await open(member, portal);
    await expect(saved(away)).toBeVisible();
    await line.cut();
    await paper(away).click();
    await away.keyboard.press("Control+End");
    await away.keyboard.type("只在这台设备上");
    await expect(away.locator('[data-room-state="offline"]')).toBeVisible({ timeout: 20_000 });
    await closeOnceKept(away, "只在这台设备上");
    const inherit = (inherits: string) =>
      context.request.post(`${path}/people`, {
        form: { act: "inherit", inherits },
        headers: { origin: baseURL ?? "" },
      });
    await inherit("no");
    await line.mend();
    const back = await member.newPage();
    await back.goto(portal);
    await expect(back.getByText(m.versions_copy_title({}, zh))).toBeVisible();
    await axe(back);
    await screenshot(back, "document-kept-copy");
    const download = back.waitForEvent("download");
    await back.getByRole("button", { name: m.versions_copy_download({}, zh) }).click();
    const file = await (await download).createReadStream();
    let page = "";
    for await (const chunk of file) page += chunk;
    expect(page).toContain("只在这台设备上");

    // Let in again, the copy stays a copy.
    await inherit("yes");
    const again = await open(member, portal);
    await expect(saved(again)).toBeVisible();
    await expect(paper(again)).not.toContainText("只在这台设备上");
    const lin = await open(context, path);
    await expect(paper(lin)).not.toContainText("只在这台设备上");
  });
});
