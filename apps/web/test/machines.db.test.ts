import { createHmac } from "node:crypto";
import { makeUnsubscribeToken } from "@guildhall/mail";
import { makeNoticeToken } from "@guildhall/notify";
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

test("the link of a notice stops its topic for over a year, chooses for three months, and then says kindly that it is over", async () => {
  const { rows } = await house.db.owner.query(
    "select tenant_id, person_id from membership where tenant_id = $1 and role = 'manager'",
    [await tenantId()],
  );
  const linkOf = (days: number) =>
    `/notices/${makeNoticeToken(testSecret, {
      tenantId: rows[0].tenant_id,
      personId: rows[0].person_id,
      stops: "team",
      writtenAt: new Date(Date.now() - days * 86_400_000),
    })}`;
  const post = (days: number, form: Record<string, string>) =>
    house.ask(linkOf(days), { method: "POST", origin: null, body: new URLSearchParams(form) });
  const mail = async () =>
    (await house.db.owner.query("select mail from notice_preference where person_id = $1", [rows[0].person_id])).rows;
  expect((await post(100, { act: "save", digest: "none" })).status).toBe(422);
  expect((await post(401, { "List-Unsubscribe": "One-Click" })).status).toBe(410);
  expect(await mail()).toEqual([]);
  const over = await house.ask(linkOf(401));
  expect(over.status).toBe(410);
  expect(await over.text()).toContain("/account/notifications");
  expect(await (await house.ask(linkOf(100))).text()).not.toContain('value="save"');
  expect((await post(399, { "List-Unsubscribe": "One-Click" })).status).toBe(200);
  expect(await mail()).toEqual([{ mail: "off" }]);
});

test("a bounce is believed when it is signed, stored under its sender's key, and acted on once", async () => {
  const message = await bouncingMessage();
  const body = JSON.stringify({ id: "report-1", kind: "hard-bounce", about: { messageId: message } });
  const report = async (signature: string) => {
    const answer = await house.ask("/hooks/mail/bounce", {
      method: "POST",
      origin: null,
      body,
      headers: { "x-guildhall-signature": signature },
    });
    return answer.ok ? (await answer.json()).answer : answer.status;
  };
  expect(await report("0".repeat(64))).toBe(403);
  const signed = createHmac("sha256", testSecret).update(body).digest("hex");
  const answers = await Promise.all(Array.from({ length: 10 }, () => report(signed)));
  expect(answers.filter((answer) => answer === "stored")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "known")).toHaveLength(9);
  await expect.poll(() => stateOf(message), { timeout: 10_000, interval: 50 }).toBe("bounced");
  expect(await report(signed)).toBe("known");
  const facts = "select from fact where name = 'mail.message-bounced' and payload ->> 'messageId' = $1";
  expect((await house.db.owner.query(facts, [message])).rowCount).toBe(1);
});

/** A message that was sent from the demo tenant. */
async function bouncingMessage(): Promise<string> {
  const { rows } = await house.db.owner.query(
    `insert into message (tenant_id, channel, purpose, template, locale, recipient, input, state, created_at, sent_at)
     values ($1, 'email', 'events', 'notice', 'en', 'gone@example.com', '{}', 'sent', now(), now()) returning id`,
    [await tenantId()],
  );
  return rows[0].id;
}

async function stateOf(message: string): Promise<string> {
  return (await house.db.owner.query("select state from message where id = $1", [message])).rows[0].state;
}
