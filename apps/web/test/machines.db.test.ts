import { createHmac } from "node:crypto";
import { makeUnsubscribeToken } from "@guildhall/mail";
import { expect, test } from "vitest";
import { testSecret, useHouse } from "./use-house.ts";

const house = useHouse();

const tenantId = async () => (await house.db.owner.query("select id from tenant where slug = 'yuanshan'")).rows[0].id;

test("a mail program may unsubscribe its reader with one post, from anywhere and without a cookie", async () => {
  const token = makeUnsubscribeToken(testSecret, {
    tenantId: await tenantId(),
    channel: "email",
    address: "reader@example.com",
    purpose: "events",
  });
  const answer = await house.ask(`/unsubscribe/${token}`, {
    method: "POST",
    origin: null,
    body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }),
  });
  expect(answer.status).toBe(200);
  const { rows } = await house.db.owner.query(
    "select granted, purpose from consent where address = 'reader@example.com'",
  );
  expect(rows).toEqual([{ granted: false, purpose: "events" }]);
});

test("a link that was tampered with does nothing, and says so", async () => {
  const token = makeUnsubscribeToken("another secret altogether, of another house", {
    tenantId: await tenantId(),
    channel: "email",
    address: "other@example.com",
    purpose: "events",
  });
  for (const method of ["GET", "POST"]) {
    const answer = await house.ask(`/unsubscribe/${token}`, { method, origin: null });
    expect(answer.status).toBe(422);
  }
  expect((await house.db.owner.query("select from consent where address = 'other@example.com'")).rowCount).toBe(0);
});

test("a bounce is believed when it is signed, and recorded once", async () => {
  const body = JSON.stringify({ kind: "hard-bounce", about: { channel: "email", address: "gone@example.com" } });
  const report = (signature: string) =>
    house.ask("/hooks/mail/bounce", {
      method: "POST",
      origin: null,
      body,
      headers: { "x-guildhall-signature": signature },
    });
  expect((await report("0".repeat(64))).status).toBe(403);
  const signed = createHmac("sha256", testSecret).update(body).digest("hex");
  expect((await report(signed)).status).toBe(200);
  expect((await report(signed)).status).toBe(200);
});
