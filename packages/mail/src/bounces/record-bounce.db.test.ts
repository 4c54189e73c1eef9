import { newId } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { listSuppressions } from "../suppressions/suppression.queries.ts";
import { ada, postOffice, sendingIn } from "../test/sending.ts";
import { recordBounce } from "./record-bounce.ts";

const db = useDatabase();
const { queueNotice, queueReset, send, row, bounceFacts } = sendingIn(db);
const page = { size: 50, cursor: null };

async function sentNotice() {
  const hall = await given(db).tenant();
  const id = await queueNotice(hall);
  await send(postOffice(), id);
  const reasons = async () =>
    (await hall.inside((ctx) => listSuppressions(ctx, "email", page))).rows.map((it) => it.reason);
  return { hall, id, reasons };
}

test("a bounce days later counts once, however often and however many at once report it", async () => {
  const { hall, id, reasons } = await sentNotice();
  const report = { kind: "hard-bounce", about: { messageId: `<${id}@guildhall.example>` } } as const;
  const answers = await Promise.all(Array.from({ length: 4 }, () => recordBounce(db.database, report)));
  expect(answers.sort()).toEqual(["known", "known", "known", "recorded"]);
  expect(await row(id)).toMatchObject({ state: "bounced", reason: "hard-bounce" });
  expect(await reasons()).toEqual(["hard-bounce"]);
  expect(await bounceFacts(hall)).toEqual([id]);
});

test("a complaint ends all mail to that address, though the message arrived", async () => {
  const { hall, id, reasons } = await sentNotice();
  const report = { kind: "complaint", about: { messageId: id } } as const;
  expect(await recordBounce(db.database, report)).toBe("recorded");
  expect(await recordBounce(db.database, report)).toBe("known");
  expect(await row(id)).toMatchObject({ state: "sent", reason: "complaint" });
  expect(await reasons()).toEqual(["complaint"]);
  expect(await bounceFacts(hall)).toEqual([]);
});

test("a full mailbox changes nothing", async () => {
  const { id, reasons } = await sentNotice();
  expect(await recordBounce(db.database, { kind: "soft-bounce", about: { messageId: id } })).toBe("known");
  expect(await row(id)).toMatchObject({ state: "sent" });
  expect(await reasons()).toEqual([]);
});

test("a provider that names only the address means the last message sent there", async () => {
  const earlier = await sentNotice();
  const { id } = await sentNotice();
  await db.owner.query("update message set created_at = created_at + interval '1 hour' where id = $1", [id]);
  const about = { channel: "email", address: "Ada@Example.com" } as const;
  expect(await recordBounce(db.database, { kind: "hard-bounce", about })).toBe("recorded");
  expect(await recordBounce(db.database, { kind: "hard-bounce", about })).toBe("known");
  expect(await row(id)).toMatchObject({ state: "bounced" });
  expect(await row(earlier.id)).toMatchObject({ state: "sent" });
});

test("Guildhall's own mail bounces too", async () => {
  const id = await queueReset();
  await send(postOffice(), id);
  expect(await recordBounce(db.database, { kind: "hard-bounce", about: { messageId: id } })).toBe("recorded");
  expect(await row(id)).toMatchObject({ state: "bounced" });
});

test("what is not ours is nobody's", async () => {
  expect(await recordBounce(db.database, { kind: "hard-bounce", about: { messageId: newId() } })).toBe("unknown");
  expect(
    await recordBounce(db.database, { kind: "hard-bounce", about: { channel: "email", address: `nobody-${ada}` } }),
  ).toBe("unknown");
});
