import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { type Boards, boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, type LiveVisit, liveVisit } from "../test/live-visit.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  closeAllRooms();
  return nodes.forget();
});

const two = { timeout: 2_000, interval: 20 };

/** Boards that the staff edit and viewers look at. */
const byRole: Boards = boards({
  authorise: async ({ actor }) => {
    if (actor.kind !== "person") return null;
    return actor.role === "staff" ? "edit" : actor.role === "viewer" ? "view" : null;
  },
});

test("another role holds on open sockets within two seconds, without a new page; where nobody looked, it would not", async () => {
  const { hall, room } = await nodes.board(byRole, 0);
  const watching = await nodes.node({ boards: byRole, watchEvery: 1_000 });
  const blind = await nodes.node({ boards: byRole, watchEvery: 600_000 });
  const people = [await nodes.person(hall), await nodes.person(hall)];
  const pages: LiveVisit[] = people.map(({ cookie }) => liveVisit({ url: watching.url, room, cookie }));
  const unwatched = liveVisit({ url: blind.url, room, cookie: people[0]?.cookie ?? "" });
  await expect.poll(() => [...pages, unwatched].map(({ state }) => state.is)).toEqual(["saved", "saved", "saved"]);

  await db.owner.query("update membership set role = 'viewer' where person_id = $1", [people[0]?.personId]);
  await db.owner.query("delete from membership where person_id = $1", [people[1]?.personId]);
  const shown = () => pages.map(({ state }) => ("why" in state ? state.why : state.is));
  await expect.poll(shown, two).toEqual(["read-only", "forbidden"]);
  expect(unwatched.state.is).toBe("saved");

  pages[0]?.text.insert(0, "After it was taken away.");
  await db.owner.query("update membership set role = 'staff' where person_id = $1", [people[0]?.personId]);
  await expect.poll(() => pages[0]?.state.is, two).toBe("saved");
  expect(await nodes.logText()).toBe("After it was taken away.");
});
