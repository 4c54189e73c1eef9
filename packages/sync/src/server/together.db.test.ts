import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { boards, givenNodes } from "../test/given-node.ts";
import { leaveAll, visit } from "../test/visit.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(leaveAll);

test("two people write together with y-websocket as it is, and the log holds what they wrote and who", async () => {
  const those = boards();
  const { room, people } = await nodes.board(those, 2);
  const [lin, maya] = people;
  const node = await nodes.node({ boards: those });
  const first = visit({ url: node.url, room, cookie: lin?.cookie ?? "" });
  const second = visit({ url: node.url, room, cookie: maya?.cookie ?? "" });
  await expect.poll(() => [first.provider.synced, second.provider.synced]).toEqual([true, true]);
  first.text.insert(0, "Tea ");
  await expect.poll(() => second.text.toString()).toBe("Tea ");
  second.text.insert(4, "and cake");
  await expect.poll(() => first.text.toString()).toBe("Tea and cake");
  await expect.poll(() => node.sync.figures().unstored).toBe(0);
  const { rows } = await db.owner.query("select seq, user_id, update from sync_update order by seq");
  expect(rows.map(({ user_id }) => user_id)).toEqual([lin?.userId, maya?.userId]);
  const doc = new Y.Doc();
  for (const { update } of rows) Y.applyUpdate(doc, update);
  expect(doc.getText("text").toString()).toBe("Tea and cake");
  expect(node.errors).toEqual([]);
});
