import { openDatabase } from "@guildhall/db";
import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { openCuttable } from "../test/cuttable-database.ts";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, liveVisit } from "../test/live-visit.ts";
import { longRuns } from "../test/long-runs.ts";
import { statusOf } from "../test/raw-socket.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  closeAllRooms();
  return nodes.forget();
});

const away = longRuns ? 30_000 : 600;

test("PostgreSQL goes away while people write: they are told, go on writing, and nothing of it is lost", {
  timeout: away + 30_000,
}, async () => {
  const line = await openCuttable(db.urls);
  nodes.afterwards(() => line.close());
  const database = openDatabase(line.urls);
  nodes.afterwards(() => database.close());
  const those = boards();
  const { room, people } = await nodes.board(those, 2);
  const node = await nodes.node({ boards: those, database });
  const pages = people.map(({ cookie }) => liveVisit({ url: node.url, room, cookie }));
  const [one, other] = pages;
  if (!one || !other) throw new Error("Two pages.");
  await expect.poll(() => pages.map(({ state }) => state.is)).toEqual(["saved", "saved"]);

  await line.cut();
  const cutAt = performance.now();
  let written = 0;
  while (performance.now() - cutAt < away) {
    pages[written % 2]?.text.insert(0, `<${++written}>`);
    await new Promise((later) => setTimeout(later, 40));
  }
  for (const { state } of pages) expect(state).toEqual({ is: "saving", delayed: true });
  await expect.poll(() => one.text.toString() === other.text.toString()).toBe(true);
  expect(await statusOf(`${node.url}/${room}`, { cookie: people[0]?.cookie ?? "" })).toBe(503);
  expect(node.sync.figures().storing).toBe(false);
  expect(await nodes.logLength()).toBe(0);

  await line.mend();
  await Promise.all(pages.map((page) => page.whenSaved()));
  const log = await nodes.logText();
  expect(log.match(/<\d+>/g)).toHaveLength(written);
  expect(pages.map(({ text }) => text.toString())).toEqual([log, log]);
  expect(node.sync.figures().storing).toBe(true);
});
