import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { demoPassword, loadDemo } from "@guildhall/demo";
import { useDatabase } from "@guildhall/testing";
import { prepareChromium } from "@guildhall/testing/browser";
import { type Browser, chromium, type Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { z } from "zod";
import { testSecret } from "./use-house.ts";

const db = useDatabase();
const dataDir = mkdtempSync(join(tmpdir(), "gh-saved-"));
let browser: Browser;

beforeAll(async () => {
  await loadDemo(db.database);
  const { executablePath, env, args } = await prepareChromium();
  browser = await chromium.launch({ executablePath, env, args });
}, 60_000);
afterAll(async () => {
  await browser?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const listening = z.object({ listens: z.object({ port: z.int() }) });

/** The built web node as a process of its own, which can be killed without a word. */
async function startServer(port = 0) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../server/main.ts")], {
    cwd: "/",
    env: {
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: dataDir,
      SECRET: testSecret,
      DATABASE_APP_URL: db.urls.app,
      DATABASE_PLATFORM_URL: db.urls.platform,
      RUN_JOBS: "0",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((gone) => child.once("close", () => gone()));
  const listens = new Promise<number>((open, fail) => {
    child.once("close", (code) => fail(new Error(`The server ended with ${code}.`)));
    createInterface(child.stdout).on("line", (line) => {
      const said = line.startsWith("{") ? listening.safeParse(JSON.parse(line)) : null;
      if (said?.success) open(said.data.listens.port);
    });
  });
  return {
    port: await listens,
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function openDocument(base: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: base });
  const headers = { origin: base };
  await context.request.post("/login", {
    form: { email: "maya@harbor.example", password: demoPassword },
    headers,
    maxRedirects: 0,
  });
  const space = await context.request.post("/w/harbor/docs/spaces/new", {
    form: { name: "Plans", open: "staff" },
    headers,
    maxRedirects: 0,
  });
  const spaceId = space.headers().location?.split("/").at(-1) ?? "";
  const made = await context.request.post("/w/harbor/docs/new", { form: { spaceId }, headers, maxRedirects: 0 });
  const page = await context.newPage();
  await page.goto(made.headers().location ?? "");
  await page.locator(".ProseMirror[contenteditable=true]").waitFor();
  return page;
}

/** The words of the newest room, from the log and nothing else. */
async function storedWords(): Promise<string> {
  const { rows } = await db.owner.query<{ update: Buffer }>(
    `select u.update from sync_update u
     where u.room_id = (select id from sync_room where kind = 'document' order by created_at desc, id desc limit 1)
     order by u.seq`,
  );
  const doc = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(doc, update);
  return doc.getXmlFragment("document").toString();
}

test("whatever a page showed as saved is in the database when the server behind it is killed", {
  timeout: 90_000,
}, async () => {
  let server = await startServer();
  const page = await openDocument(`http://localhost:${server.port}`);
  await page.locator(".document h1").click();
  for (const word of ["Tents", "Firewood", "Tea"]) {
    await page.keyboard.type(word);
    await page.waitForFunction(
      (typed) =>
        document.querySelector("[data-room-state]")?.getAttribute("data-room-state") === "saved" &&
        document.querySelector(".ProseMirror")?.textContent?.includes(typed),
      word,
    );
    await server.kill();
    expect(await storedWords()).toContain(word);
    // What is typed while nobody listens is not shown as saved, and is stored once somebody does again.
    await page.keyboard.type("Offline");
    await page.locator("[data-room-state=offline]").waitFor({ timeout: 20_000 });
    server = await startServer(server.port);
    await page.locator("[data-room-state=saved]").waitFor({ timeout: 30_000 });
    expect(await storedWords()).toContain(`${word}Offline`);
  }
  await server.kill();
});
