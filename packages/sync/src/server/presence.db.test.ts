import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { boards, givenNodes } from "../test/given-node.ts";
import { type RawSocket, rawSocket } from "../test/raw-socket.ts";
import { presenceFrame } from "../wire/frames.ts";

const db = useDatabase();
const nodes = givenNodes(db);
afterEach(() => nodes.forget());

async function twoOn(options: Omit<Parameters<typeof nodes.node>[0], "boards"> = {}) {
  const those = boards();
  const { room, people } = await nodes.board(those, 2);
  const node = await nodes.node({ boards: those, ...options });
  const [one, other] = await Promise.all(people.map(({ cookie }) => rawSocket(`${node.url}/${room}`, { cookie })));
  if (!one || !other) throw new Error("Two sockets.");
  return { one, other };
}

const say = ({ ws }: RawSocket, client: number, clock: number, state: unknown) =>
  ws.send(presenceFrame([{ client, clock, state: JSON.stringify(state) }]));

const heard = ({ frames }: RawSocket, client: number) =>
  frames.flatMap((frame) => (frame.type === "presence" ? frame.states : [])).filter((state) => state.client === client);

test.each([
  { client: "its own", from: "one", shown: 2 },
  { client: "somebody else's", from: "other", shown: 1 },
] as const)("what is said of a client is heard from its own line alone: $client", async ({ from, shown }) => {
  const lines = await twoOn();
  say(lines.one, 5, 1, { cursor: 1 });
  await expect.poll(() => heard(lines.other, 5).at(-1)?.state).toMatchObject({ cursor: 1 });
  say(lines[from], 5, 2, { cursor: 2 });
  say(lines.other, 6, 1, { cursor: 6 });
  await expect.poll(() => heard(lines.one, 6)).toHaveLength(1);
  expect(heard(lines.one, 5).at(-1)?.state).toMatchObject({ cursor: shown });
});

test.each([
  { pace: "limited", updatesPerSecond: 60, updatesAtOnce: 20, atLeast: 1_500, atMost: Number.POSITIVE_INFINITY },
  {
    pace: "not limited",
    updatesPerSecond: Number.POSITIVE_INFINITY,
    updatesAtOnce: Number.POSITIVE_INFINITY,
    atLeast: 0,
    atMost: 1_500,
  },
])("who says too often where they are is read later, and the others hear a part of it: $pace", async (given) => {
  const { updatesPerSecond, updatesAtOnce, atLeast, atMost } = given;
  const { one, other } = await twoOn({ limits: { updatesPerSecond, updatesAtOnce } });
  const startedAt = performance.now();
  for (let n = 1; n <= 600; n++) say(one, 5, n, { cursor: n });
  await expect
    .poll(() => heard(other, 5).at(-1)?.state, { timeout: 10_000, interval: 5 })
    .toMatchObject({ cursor: 600 });
  const took = performance.now() - startedAt;
  expect(took).toBeGreaterThan(atLeast);
  expect(took).toBeLessThan(atMost);
  // One a round of 50 ms, however many came.
  expect(heard(other, 5).length).toBeLessThan(2 + took / 45);
});
