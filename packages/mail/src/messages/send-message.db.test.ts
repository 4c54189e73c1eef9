import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { setConsent } from "../consents/set-consent.ts";
import { addSuppression } from "../suppressions/add-suppression.ts";
import { isSuppressed } from "../suppressions/suppression.queries.ts";
import { ada, postOffice, secret, sendingIn } from "../test/sending.ts";
import { useSmtpServer } from "../test/smtp-server-double.ts";
import { readUnsubscribeToken } from "../unsubscribing/unsubscribe-token.ts";

const db = useDatabase();
const smtp = useSmtpServer();
const { queueNotice, queueReset, send, row, bounceFacts } = sendingIn(db);
const office = () => postOffice({ smtpUrl: smtp.url() });

const suppressed = { channel: "email", address: ada } as const;

test("a tenant's message goes out in its name, and is kept as sent", async () => {
  const hall = await given(db).tenant({ name: "远山户外", locale: "zh-CN" });
  const id = await queueNotice(hall);
  await send(office(), id);

  const [mail] = smtp.received;
  expect(mail?.from?.value).toEqual([{ name: "远山户外", address: "hall@guildhall.example" }]);
  expect(mail?.to).toMatchObject({ value: [{ address: ada }] });
  expect(mail).toMatchObject({ subject: "周六采茶", messageId: `<${id}@guildhall.example>` });
  expect(mail?.text).toContain("六点半集合。");
  expect(mail?.html).toContain("六点半集合。");
  expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail?.headers.has("list-unsubscribe")).toBe(false);
  expect(await row(id)).toMatchObject({ state: "sent", reason: null, subject: "周六采茶" });
});

test("Guildhall's own goes out in its own, and what is kept opens nothing", async () => {
  const id = await queueReset();
  await send(office(), id);

  const [mail] = smtp.received;
  expect(mail?.from?.value).toEqual([{ name: "Guildhall", address: "hall@guildhall.example" }]);
  expect(mail?.text).toContain("s3cret-t0ken");
  const kept = await row(id);
  expect(kept).toMatchObject({ state: "sent", tenant_id: null });
  expect(JSON.stringify(kept)).not.toContain("s3cret-t0ken");
});

test("without an SMTP server it stays in the outbox, to be read and clicked", async () => {
  const id = await queueReset();
  await send(postOffice(), id);
  const kept = await row(id);
  expect(kept).toMatchObject({ state: "sent", subject: "Set a new password for Guildhall" });
  expect(kept.body_text).toContain("s3cret-t0ken");
  expect(kept.body_html).toContain("s3cret-t0ken");
  expect(kept.sent_at).toBeInstanceOf(Date);
});

test("what is sent is not sent again, and two runners send it once", async () => {
  const hall = await given(db).tenant();
  const id = await queueNotice(hall);
  const gate = Promise.withResolvers<void>();
  smtp.behave({ hold: gate.promise });
  const first = send(office(), id);
  await expect.poll(() => smtp.received.length).toBe(1);
  await send(office(), id); // finds the row locked, and leaves it
  gate.resolve();
  await first;
  await send(office(), id);
  expect(smtp.received).toHaveLength(1);
});

test("a recipient refused for good: bounced, suppressed, told once", async () => {
  const hall = await given(db).tenant();
  const neighbour = await given(db).tenant();
  const id = await queueNotice(hall);
  smtp.behave({ recipient: { code: 550, text: "No such user" } });
  await send(office(), id);
  await send(office(), id);

  expect(await row(id)).toMatchObject({ state: "bounced", reason: "hard-bounce", sent_at: null });
  expect(await bounceFacts(hall)).toEqual([id]);
  expect(await hall.inside((ctx) => isSuppressed(ctx, suppressed))).toBe(true);
  expect(await neighbour.inside((ctx) => isSuppressed(ctx, suppressed))).toBe(false);

  const next = await queueNotice(hall);
  smtp.behave({});
  await send(office(), next);
  expect(await row(next)).toMatchObject({ state: "suppressed", reason: "address-suppressed" });
  expect(smtp.received).toEqual([]);
});

test("a recipient put off is tried again, until the last try fails", async () => {
  const hall = await given(db).tenant();
  const id = await queueNotice(hall);
  smtp.behave({ recipient: { code: 451, text: "Come back later" } });
  await expect(send(office(), id)).rejects.toThrow("mail.postponed");
  expect(await row(id)).toMatchObject({ state: "queued", reason: null });
  await send(office(), id, { number: 12, max: 12 });
  expect(await row(id)).toMatchObject({ state: "failed", reason: "recipient-deferred", sent_at: null });
  expect(await hall.inside((ctx) => isSuppressed(ctx, suppressed))).toBe(false);
});

test("a server that takes a mail and dies before it says so gets it again under the same Message-ID", async () => {
  const hall = await given(db).tenant();
  const id = await queueNotice(hall);
  smtp.behave({ data: "hang-up" });
  await expect(send(office(), id)).rejects.toThrow("mail.postponed");
  smtp.behave({});
  await send(office(), id);
  expect(smtp.received.map((mail) => mail.messageId)).toEqual([
    `<${id}@guildhall.example>`,
    `<${id}@guildhall.example>`,
  ]);
  expect(await row(id)).toMatchObject({ state: "sent" });
});

test("a server that is not there is tried again", async () => {
  const id = await queueReset();
  const nowhere = postOffice({ smtpUrl: "smtp://127.0.0.1:1" });
  await expect(send(nowhere, id)).rejects.toThrow("mail.postponed");
  await send(nowhere, id, { number: 12, max: 12 });
  expect(await row(id)).toMatchObject({ state: "failed", reason: "server-unreachable" });
  expect(JSON.stringify(await row(id))).not.toContain("s3cret-t0ken");
});

test("a mail refused for what it says is failed, and the address left alone", async () => {
  const hall = await given(db).tenant();
  const id = await queueNotice(hall);
  smtp.behave({ data: { code: 554, text: "Not in this house" } });
  await send(office(), id);
  expect(await row(id)).toMatchObject({ state: "failed", reason: "content-refused" });
  expect(await hall.inside((ctx) => isSuppressed(ctx, suppressed))).toBe(false);
});

test("consent is asked when the message goes, whatever was so when it was queued", async () => {
  const hall = await given(db).tenant();
  const say = (granted: boolean) =>
    hall.inside((ctx) => setConsent(ctx, { ...suppressed, purpose: "events", granted, source: "registration" }));

  const unasked = await queueNotice(hall, "events");
  await send(office(), unasked);
  expect(await row(unasked)).toMatchObject({ state: "suppressed", reason: "no-consent", body_text: null });

  await say(true);
  const withdrawn = await queueNotice(hall, "events");
  const other = await queueNotice(hall, "marketing");
  const agreed = await queueNotice(hall, "events");
  await send(office(), agreed);
  await send(office(), other);
  await say(false);
  await send(office(), withdrawn);
  expect(await row(agreed)).toMatchObject({ state: "sent" });
  expect(await row(other)).toMatchObject({ state: "suppressed", reason: "no-consent" });
  expect(await row(withdrawn)).toMatchObject({ state: "suppressed", reason: "no-consent" });
  expect(smtp.received).toHaveLength(1);
});

test("what needs consent can be ended with one click", async () => {
  const hall = await given(db).tenant();
  await hall.inside((ctx) =>
    setConsent(ctx, { ...suppressed, purpose: "community", granted: true, source: "sign-up" }),
  );
  await send(office(), await queueNotice(hall, "community"));

  const [mail] = smtp.received;
  const header = (name: string) =>
    mail?.headerLines
      .find(({ key }) => key === name)
      ?.line.replace(/\r?\n\s+/g, " ")
      .replaceAll(" ", "");
  expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe-Post:List-Unsubscribe=One-Click");
  const url = /^List-Unsubscribe:<(.+)>$/.exec(header("list-unsubscribe") ?? "")?.[1] ?? "";
  const token = /^https:\/\/guildhall\.example\/unsubscribe\/(.+)$/.exec(url)?.[1] ?? "";
  expect(readUnsubscribeToken(secret, token)).toEqual({
    tenantId: hall.tenant.id,
    ...suppressed,
    purpose: "community",
  });
  expect(mail?.text).toContain(url);
  expect(mail?.html).toContain(url);
});

test("a suspended house sends no news, and still answers", async () => {
  const hall = await given(db).tenant();
  await hall.inside((ctx) => setConsent(ctx, { ...suppressed, purpose: "marketing", granted: true, source: "import" }));
  const [news, answer] = [await queueNotice(hall, "marketing"), await queueNotice(hall)];
  await db.owner.query("update tenant set status = 'suspended' where id = $1", [hall.tenant.id]);
  await send(office(), news);
  await send(office(), answer);
  expect(await row(news)).toMatchObject({ state: "suppressed", reason: "house-suspended" });
  expect(await row(answer)).toMatchObject({ state: "sent" });
});

test("suppression holds for what needs no consent, too", async () => {
  const hall = await given(db).tenant();
  const id = await queueNotice(hall);
  await hall.inside((ctx) => addSuppression(ctx, { ...suppressed, reason: "by-hand" }));
  await send(office(), id);
  expect(await row(id)).toMatchObject({ state: "suppressed", reason: "address-suppressed" });
});

test("a tenant renamed so that it would end a header sends nothing", async () => {
  const hall = await given(db).tenant();
  const id = await queueNotice(hall);
  await db.owner.query("update tenant set name = $2 where id = $1", [hall.tenant.id, "Hall\r\nBcc: all@example.com"]);
  await send(office(), id);
  expect(await row(id)).toMatchObject({ state: "failed", reason: "malformed" });
  expect(smtp.received).toEqual([]);
});

test("a template that this release does not know waits for the one that does", async () => {
  const id = await queueReset();
  await db.owner.query("update message set template = 'from-tomorrow' where id = $1", [id]);
  await expect(send(office(), id)).rejects.toThrow("mail.postponed");
  expect(await row(id)).toMatchObject({ state: "queued" });
});
