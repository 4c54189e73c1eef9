import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { openRedisStandIn, type RedisStandIn } from "../test/redis-stand-in.ts";
import { type LiveBus, openLiveBus } from "./live-bus.ts";

const db = useDatabase();
const opened: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

/** What one process hears, once it hears at all. */
async function listening(bus: LiveBus) {
  const heard: string[] = [];
  let gaps = 0;
  const ear = bus.hear(
    (notice) => heard.push(notice),
    () => {
      gaps += 1;
    },
  );
  opened.push(ear);
  return { heard, gaps: () => gaps };
}

function busOver(redisUrl?: string): LiveBus {
  const bus = openLiveBus({
    database: db.database,
    platformUrl: db.urls.platform,
    redisUrl,
    onError: () => undefined,
  });
  opened.push(bus);
  return bus;
}

async function redis(): Promise<RedisStandIn> {
  const server = await openRedisStandIn();
  opened.push({ close: () => server.stop() });
  return server;
}

test("what one process tells, every process hears, over PostgreSQL", async () => {
  const [one, other] = [await listening(busOver()), await listening(busOver())];
  await expect.poll(() => Math.min(one.gaps(), other.gaps())).toBe(1);
  await busOver().tell(["a", "b"]);
  await expect
    .poll(() => [one.heard, other.heard])
    .toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
});

test("and over Redis where there is one, not twice", async () => {
  const server = await redis();
  const [one, other] = [await listening(busOver(server.url)), await listening(busOver(server.url))];
  await expect.poll(() => Math.min(one.gaps(), other.gaps())).toBe(2);
  const speaker = busOver(server.url);
  await expect
    .poll(async () => {
      await speaker.tell(["a"]);
      return one.heard.length > 0 && other.heard.length > 0;
    })
    .toBe(true);
  await speaker.tell(["b"]);
  await speaker.tell(["c"]);
  await expect.poll(() => one.heard.at(-1)).toBe("c");
  expect(one.heard.filter((heard) => heard === "b")).toHaveLength(1);
});

test("Redis goes away and comes back: notices still arrive, and listeners learn of the gap", async () => {
  const server = await redis();
  const bus = busOver(server.url);
  const one = await listening(bus);
  await expect.poll(() => one.gaps()).toBe(2);
  await server.stop();
  await bus.tell(["while it is away"]);
  await expect.poll(() => one.heard).toContain("while it is away");
  const gaps = one.gaps();
  await server.start();
  await expect.poll(() => one.gaps(), { timeout: 10_000 }).toBeGreaterThan(gaps);
  await bus.tell(["back again"]);
  await expect.poll(() => one.heard).toContain("back again");
});
