import { setTimeout as pause } from "node:timers/promises";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { boards, givenNodes } from "../test/given-node.ts";
import { longRuns } from "../test/long-runs.ts";
import { leaveAll, type Visit, visit } from "../test/visit.ts";

const db = useDatabase();
const nodes = givenNodes(db);

test.runIf(longRuns)(
  "an idle viewer with y-websocket as it is stays for more than 35 seconds; without heartbeats it would go",
  {
    timeout: 60_000,
  },
  async () => {
    const those = boards();
    const { room, people } = await nodes.board(those);
    const cookie = people[0]?.cookie ?? "";
    const beating = await nodes.node({ boards: those });
    const silent = await nodes.node({ boards: those, pace: { heartbeat: 600_000 } });
    const [kept, lost] = [beating, silent].map(({ url }) => visit({ url, room, cookie })) as [Visit, Visit];
    // Nobody is shown, so that not even one's own presence comes back.
    for (const { provider } of [kept, lost]) provider.awareness.setLocalState(null);
    await expect.poll(() => [kept.provider.synced, lost.provider.synced]).toEqual([true, true]);
    const cut: Visit[] = [];
    for (const each of [kept, lost]) each.provider.on("connection-close", () => cut.push(each));
    await pause(37_000);
    expect(cut).toEqual([lost]);
    leaveAll();
  },
);
