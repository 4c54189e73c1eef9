import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, type LiveVisit, liveVisit } from "../test/live-visit.ts";
import { longRuns } from "../test/long-runs.ts";
import { hasRedis, openRealRedis } from "../test/real-redis.ts";
import { openRedisStandIn } from "../test/redis-stand-in.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  closeAllRooms();
  return nodes.forget();
});

const two = { timeout: 2_000, interval: 10 };
const texts = (pages: readonly LiveVisit[]) => pages.map(({ text }) => text.toString());

test("two nodes with nothing but the log between them show the same within two seconds", async () => {
  const those = boards();
  const { room, people } = await nodes.board(those, 2);
  const pages: LiveVisit[] = [];
  for (const { cookie } of people) {
    const node = await nodes.node({ boards: those });
    pages.push(liveVisit({ url: node.url, room, cookie }));
  }
  await expect.poll(() => pages.map(({ state }) => state.is)).toEqual(["saved", "saved"]);
  for (const [n, page] of pages.entries()) page.text.insert(0, `From ${n}. `);
  await expect.poll(() => new Set(texts(pages)).size === 1 && (texts(pages)[0] ?? "").length === 16, two).toBe(true);
  expect(await nodes.logText()).toBe(texts(pages)[0]);
});

const redises = [
  { name: "a stand-in for Redis", open: openRedisStandIn, run: true },
  { name: "Redis", open: openRealRedis, run: longRuns && hasRedis() },
].filter(({ run }) => run);

test.each(redises)(
  "with $name they show it at once; cut, restored and flapping, they still agree within two seconds",
  async (given) => {
    const redis = await given.open();
    nodes.afterwards(() => redis.stop());
    const those = boards();
    const { room, people } = await nodes.board(those, 2);
    const pages: LiveVisit[] = [];
    for (const { cookie } of people) {
      const node = await nodes.node({ boards: those, redisUrl: redis.url });
      pages.push(liveVisit({ url: node.url, room, cookie }));
    }
    const [one, other] = pages;
    if (!one || !other) throw new Error("Two pages.");
    await expect.poll(() => pages.map(({ state }) => state.is)).toEqual(["saved", "saved"]);
    one.awareness.setLocalStateField("cursor", 1);
    await expect.poll(() => other.awareness.getStates().get(one.doc.clientID), two).toMatchObject({ cursor: 1 });
    const write = async (page: LiveVisit, word: string) => {
      page.text.insert(page.text.length, word);
      await page.whenSaved();
      await expect.poll(() => texts(pages).every((text) => text.includes(word)), two).toBe(true);
    };
    await write(one, "With. ");
    await redis.stop();
    await write(other, "Without. ");
    await redis.start();
    await write(one, "Again. ");
    for (let n = 0; n < 3; n++) {
      await redis.stop();
      one.text.insert(0, `(${n})`);
      await redis.start();
      other.text.insert(other.text.length, `[${n}]`);
    }
    await write(one, "Calm.");
    await Promise.all(pages.map((page) => page.whenSaved()));
    await expect.poll(() => new Set(texts(pages)).size, two).toBe(1);
    expect(await nodes.logText()).toBe(one.text.toString());
  },
);

test("without the log to follow, two nodes without Redis would go apart", async () => {
  const those = boards();
  const { room, people } = await nodes.board(those, 2);
  const pages: LiveVisit[] = [];
  for (const { cookie } of people) {
    const node = await nodes.node({ boards: those, pace: { follow: 60_000 } });
    pages.push(liveVisit({ url: node.url, room, cookie }));
  }
  await expect.poll(() => pages.map(({ state }) => state.is)).toEqual(["saved", "saved"]);
  pages[0]?.text.insert(0, "Alone.");
  await pages[0]?.whenSaved();
  expect(pages[1]?.text.toString()).toBe("");
});

test("nodes are restarted one after another while people write: nobody loses a letter, and everybody ends with the log", async () => {
  const those = boards();
  const { room, people } = await nodes.board(those, 3);
  let node = await nodes.node({ boards: those });
  const { port, url } = node;
  const pages = people.map(({ cookie }) => liveVisit({ url, room, cookie }));
  await expect.poll(() => pages.every(({ state }) => state.is === "saved")).toBe(true);
  let writing = true;
  let written = 0;
  const typing = (async () => {
    while (writing) {
      const page = pages[written % pages.length];
      page?.text.insert(Math.floor((page.text.length * (written % 7)) / 7), `<${++written}>`);
      await new Promise((later) => setTimeout(later, 10));
    }
  })();
  for (let n = 0; n < 3; n++) {
    await new Promise((later) => setTimeout(later, 150));
    await node.close();
    expect(node.sync.figures()).toMatchObject({ unstored: 0, rooms: 0 });
    node = await nodes.node({ boards: those, port });
  }
  writing = false;
  await typing;
  await Promise.all(pages.map((page) => page.whenSaved()));
  const log = await nodes.logText();
  expect(log.length).toBe(Array.from({ length: written }, (_, n) => `<${n + 1}>`).join("").length);
  await expect.poll(() => texts(pages), two).toEqual([log, log, log]);
});

test("a storm of coming and going, with rooms let go of at once, leaves the log whole and memory empty", async () => {
  const those = boards();
  const { room, people } = await nodes.board(those);
  const cookie = people[0]?.cookie ?? "";
  const node = await nodes.node({ boards: those, pace: { linger: 0, follow: 10 } });
  let expected = "";
  for (let n = 0; n < 12; n++) {
    const page = liveVisit({ url: node.url, room, cookie });
    await expect.poll(() => page.state.is).toBe("saved");
    expect(page.text.toString()).toBe(expected);
    page.text.insert(page.text.length, `${n};`);
    expected += `${n};`;
    await page.whenSaved();
    page.close();
  }
  await expect.poll(() => node.sync.figures()).toMatchObject({ rooms: 0, sockets: 0, unstored: 0 });
  expect(await nodes.logText()).toBe(expected);
});
