import { type Id, newId } from "@guildhall/core";
import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { boards, givenNodes } from "../test/given-node.ts";
import { closeAllRooms, type LiveVisit, liveVisit } from "../test/live-visit.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => {
  closeAllRooms();
  return nodes.forget();
});

/** A bus that the test speaks on. */
function stage() {
  let ear: { onNotice: (notice: string) => void; onGap: () => void } | null = null;
  return {
    hear: (onNotice: (notice: string) => void, onGap: () => void) => {
      ear = { onNotice, onGap };
      return { close: async () => undefined };
    },
    says: (tenantId: Id<"tenant">, fact: string, subjectId: string) =>
      ear?.onNotice(JSON.stringify([[tenantId, fact, subjectId]])),
    breaks: () => ear?.onGap(),
  };
}

test("those in a room hear what belongs to it and does not stand in it; of other rooms, halls and facts they hear nothing", async () => {
  const those = boards({ tells: (fact) => fact.startsWith("board.said") });
  const { hall, room, subjectId, people } = await nodes.board(those, 2);
  const bus = stage();
  const { url } = await nodes.node({ boards: those, bus });
  if (people[1]) those.access.set(people[1].personId, "view");
  const pages: LiveVisit[] = people.map(({ cookie }) => liveVisit({ url, room, cookie }));
  await expect.poll(() => pages.map(({ state }) => state.is)).toEqual(["saved", "read-only"]);
  const heard = pages.map((page) => {
    const count = { times: 0 };
    page.onTold(() => {
      count.times += 1;
    });
    return count;
  });
  const times = () => heard.map((each) => each.times);
  bus.says(hall.tenant.id, "board.moved", subjectId);
  bus.says(hall.tenant.id, "board.said-something", newId());
  bus.says(newId(), "board.said-something", subjectId);
  bus.says(hall.tenant.id, "board.said-something", subjectId);
  await expect.poll(times).toEqual([1, 1]);
  bus.breaks();
  await expect.poll(times).toEqual([2, 2]);
});
