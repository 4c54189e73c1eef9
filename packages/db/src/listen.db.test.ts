import { useDatabase } from "@guildhall/testing";
import { afterEach, expect, test } from "vitest";
import { type Listening, listen } from "./listen.ts";

const db = useDatabase();

let ear: Listening | null = null;
afterEach(async () => ear?.close());

function startListening(channels: string[]) {
  const heard: string[] = [];
  const errors: Error[] = [];
  let connected = 0;
  ear = listen({
    url: `${db.urls.platform}&application_name=ear`,
    channels,
    onNotice: (channel, payload) => heard.push(`${channel}: ${payload}`),
    onConnected: () => connected++,
    onError: (error) => errors.push(error),
  });
  return { heard, errors, timesConnected: () => connected };
}

const soon = { timeout: 5_000, interval: 10 };
const say = (channel: string, payload: string) => db.owner.query("select pg_notify($1, $2)", [channel, payload]);
const listeners = async () =>
  (
    await db.owner.query<{ pid: number }>(
      "select pid from pg_stat_activity where application_name = 'ear' and datname = current_database()",
    )
  ).rows;

test("hears what is said on its channels, whatever they are called, and nothing else", async () => {
  const { heard, timesConnected } = startListening(["plain", 'odd "channel"; --']);
  await expect.poll(timesConnected, soon).toBe(1);
  await say("elsewhere", "unheard");
  await say("plain", "one");
  await say('odd "channel"; --', "会馆");
  await say("plain", "");
  await expect.poll(() => heard, soon).toEqual(["plain: one", 'odd "channel"; --: 会馆', "plain: "]);
});

test("a connection that is cut is made again, and whoever listens is told that something may have been missed", async () => {
  const { heard, errors, timesConnected } = startListening(["plain"]);
  for (let cuts = 1; cuts <= 2; cuts++) {
    await expect.poll(timesConnected, soon).toBe(cuts);
    await db.owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ear' and datname = current_database()",
    );
  }
  await expect.poll(timesConnected, soon).toBe(3);
  await say("plain", "after the gap");
  await expect.poll(() => heard, soon).toEqual(["plain: after the gap"]);
  expect(errors.length).toBeGreaterThan(0);
  expect((await listeners()).length).toBe(1);
});

test("once closed it leaves no connection, also when closed while it connects", async () => {
  const { timesConnected } = startListening(["plain"]);
  await ear?.close();
  const again = startListening(["plain"]);
  await expect.poll(again.timesConnected, soon).toBe(1);
  await ear?.close();
  await expect.poll(async () => (await listeners()).length, soon).toBe(0);
  expect(timesConnected()).toBeLessThanOrEqual(1);
});

test("a server that is not there is tried again, and closing does not wait for it", async () => {
  const errors: Error[] = [];
  ear = listen({
    url: "postgres://nobody@127.0.0.1:1/nothing",
    channels: ["plain"],
    onNotice: () => undefined,
    onError: (error) => errors.push(error),
  });
  await expect.poll(() => errors.length, soon).toBeGreaterThan(1);
  await ear.close();
});
