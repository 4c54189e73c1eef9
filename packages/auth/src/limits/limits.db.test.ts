import { testNow, useDatabase } from "@guildhall/testing";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { countAttempt, sweepAttempts } from "./count-attempt.ts";

const db = useDatabase();

const ten = (key: string) => [{ key, most: 10, within: 600 }];
const letThrough = async (attempts: Promise<unknown>[]) =>
  (await Promise.allSettled(attempts)).filter(({ status }) => status === "fulfilled").length;

test("of fifty attempts at once exactly as many go through as may", async () => {
  expect(await letThrough(Array.from({ length: 50 }, () => countAttempt(db.database, ten("crowd"), testNow)))).toBe(10);
});

test("the twin that reads the count before it writes it lets more through", async () => {
  let readers = 0;
  let open: () => void = () => undefined;
  const allHaveRead = new Promise<void>((resolve) => {
    open = resolve;
  });
  const readThenWrite = () =>
    db.database.withPlatform("sign-in", async (platform) => {
      const { rows } = await sql<{
        attempts: number;
      }>`select coalesce(sum(attempts), 0)::int as attempts from attempt_window where key = 'twin'`.execute(platform);
      if (++readers === 5) open(); // as many as there are connections
      await allHaveRead;
      await sql`insert into attempt_window values ('twin', ${testNow}, 1) on conflict (key, window_start) do update set attempts = ${(rows[0]?.attempts ?? 0) + 1}`.execute(
        platform,
      );
      if ((rows[0]?.attempts ?? 0) >= 2) throw new Error("too many");
    });
  expect(await letThrough(Array.from({ length: 5 }, readThenWrite))).toBeGreaterThan(2);
});

test("who is refused is told how long to wait, and may come back then", async () => {
  const lateInTheWindow = new Date(testNow.getTime() + 540_000);
  for (let attempt = 0; attempt < 10; attempt++) await countAttempt(db.database, ten("patient"), lateInTheWindow);
  await expect(countAttempt(db.database, ten("patient"), lateInTheWindow)).rejects.toMatchObject({
    kind: "limited",
    code: "auth.too-many-attempts",
    params: { seconds: 60 },
  });
  await countAttempt(db.database, ten("patient"), new Date(lateInTheWindow.getTime() + 60_000));
});

test("attempts are counted against each limit by itself", async () => {
  const both = [...ten("account:a"), { key: "network:n", most: 3, within: 600 }];
  for (let attempt = 0; attempt < 3; attempt++) await countAttempt(db.database, both, testNow);
  await expect(countAttempt(db.database, both, testNow)).rejects.toMatchObject({ code: "auth.too-many-attempts" });
  await countAttempt(db.database, ten("account:a"), testNow);
});

test("windows that limit nobody any more are forgotten", async () => {
  await countAttempt(db.database, ten("old"), testNow);
  await sweepAttempts(db.database, new Date(testNow.getTime() + 2 * 86_400_000));
  expect((await db.owner.query("select from attempt_window")).rowCount).toBe(0);
});
