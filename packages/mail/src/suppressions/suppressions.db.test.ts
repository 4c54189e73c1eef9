import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { addSuppression } from "./add-suppression.ts";
import { removeSuppression } from "./remove-suppression.ts";
import { isSuppressed, listSuppressions } from "./suppression.queries.ts";

const db = useDatabase();

test("an address is on the list once, for its first reason, until it is taken off", async () => {
  const hall = await given(db).tenant();
  const ada = { channel: "email", address: "ada@example.com" } as const;
  await hall.inside(async (ctx) => {
    expect(await addSuppression(ctx, { ...ada, address: "ADA@example.com", reason: "by-hand" })).toBe(true);
    expect(await addSuppression(ctx, { ...ada, reason: "complaint" })).toBe(false);
    expect(await isSuppressed(ctx, ada)).toBe(true);
    expect((await listSuppressions(ctx, "email", { size: 10, cursor: null })).rows).toEqual([
      { ...ada, reason: "by-hand", createdAt: ctx.clock.now() },
    ]);
    expect(await removeSuppression(ctx, ada)).toBe(true);
    expect(await removeSuppression(ctx, ada)).toBe(false);
    expect(await isSuppressed(ctx, ada)).toBe(false);
  });
});

test("the list is read page by page, a channel and a tenant at a time", async () => {
  const [hall, neighbour] = [await given(db).tenant(), await given(db).tenant()];
  const addresses = ["a@x.example", "b@x.example", "c@x.example", "d@x.example", "e@x.example"];
  await hall.inside(async (ctx) => {
    for (const address of [...addresses].reverse())
      await addSuppression(ctx, { channel: "email", address, reason: "hard-bounce" });
    await addSuppression(ctx, { channel: "sms", address: "+8613800138000", reason: "by-hand" });
  });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await hall.inside((ctx) => listSuppressions(ctx, "email", { size: 2, cursor }));
    seen.push(...page.rows.map((row) => row.address));
    cursor = page.next;
  } while (cursor);
  expect(seen).toEqual(addresses);
  expect((await neighbour.inside((ctx) => listSuppressions(ctx, "email", { size: 2, cursor: null }))).rows).toEqual([]);
});
