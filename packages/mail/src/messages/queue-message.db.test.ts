import { newId } from "@guildhall/core";
import { given, useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { notice } from "../templates/notice.ts";
import { smsCode } from "../templates/sms-code.ts";
import { ada, postOffice, sendingIn } from "../test/sending.ts";
import { useSmsGateway } from "../test/sms-gateway-double.ts";
import { eraseMessages } from "./erase-messages.ts";
import { queueMessage } from "./queue-message.ts";

const db = useDatabase();
const gateway = useSmsGateway();
const { queueNotice, send, row } = sendingIn(db);

const hello = { title: "Hello", paragraphs: ["…"] };
const toAda = { template: notice, purpose: "transactional", input: hello, recipient: ada, locale: "en" } as const;

const jobs = async (key: string) =>
  (await db.owner.query("select task_identifier, max_attempts from graphile_worker.jobs where key = $1", [key])).rows;

test("a message and its job are there when the command is", async () => {
  const hall = await given(db).tenant();
  const id = await queueNotice(hall);
  expect(await jobs(id)).toEqual([{ task_identifier: "send-message", max_attempts: 12 }]);
  expect(await row(id)).toMatchObject({
    state: "queued",
    tenant_id: hall.tenant.id,
    recipient: ada,
    subject: "周六采茶",
    body_text: null,
  });
});

test("and not there when it is rolled back", async () => {
  const hall = await given(db).tenant();
  const before = await jobCount();
  let id = "";
  const command = hall.inside(async (ctx) => {
    id = await queueMessage(ctx, toAda);
    throw new Error("no, after all");
  });
  await expect(command).rejects.toThrow("no, after all");
  expect(await jobs(id)).toEqual([]);
  expect(await jobCount()).toBe(before);
});

test.each([
  ["recipient", { recipient: "ada@example.com\r\nBcc: all@example.com" }],
  ["number for a mail", { recipient: "+8613800138000" }],
  ["subject", { input: { ...hello, title: "Hello\r\nBcc: all@example.com" } }],
])("a malformed %s is its caller's error", async (_, over) => {
  const hall = await given(db).tenant();
  await expect(hall.inside((ctx) => queueMessage(ctx, { ...toAda, ...over }))).rejects.toThrow();
});

test("a tenant whose name would end a header queues nothing", async () => {
  const hall = await given(db).tenant({ name: "Hall\nBcc: all@example.com" });
  await expect(queueNotice(hall)).rejects.toThrow("mail.header-malformed");
});

test("a person of another tenant cannot be named", async () => {
  const [hall, neighbour] = [await given(db).tenant(), await given(db).tenant()];
  const personId = await neighbour.person();
  await expect(hall.inside((ctx) => queueMessage(ctx, { ...toAda, personId }))).rejects.toThrow();
});

test("an SMS goes through the gateway under the message's id, and its code is not kept", async () => {
  const hall = await given(db).tenant({ name: "远山户外" });
  const id = await hall.inside((ctx) =>
    queueMessage(ctx, {
      template: smsCode,
      purpose: "transactional",
      input: { code: "482913", minutes: 10 },
      recipient: "+8613800138000",
      locale: "zh-CN",
    }),
  );
  await send(postOffice({ smsUrl: gateway.url() }), id);
  expect(gateway.calls.map((call) => call.body)).toEqual([
    { to: "+8613800138000", text: "【远山户外】验证码 482913，10 分钟内有效，请勿告诉他人。", id },
  ]);
  const kept = await row(id);
  expect(kept).toMatchObject({ state: "sent", channel: "sms", subject: null, body_html: null });
  expect(JSON.stringify(kept)).not.toContain("482913");
});

test("whoever is erased is not written to, and nothing tells what they were sent", async () => {
  const hall = await given(db).tenant();
  const personId = await hall.person();
  const queue = () => hall.inside((ctx) => queueMessage(ctx, { ...toAda, personId }));
  const [sent, waiting] = [await queue(), await queue()];
  await send(postOffice(), sent);
  expect(await hall.inside((ctx) => eraseMessages(ctx, personId))).toBe(2);
  await send(postOffice(), waiting);
  const blank = { recipient: "", subject: null, body_text: null, body_html: null, input: {} };
  expect(await row(sent)).toMatchObject({ ...blank, state: "sent", reason: null });
  expect(await row(waiting)).toMatchObject({ ...blank, state: "suppressed", reason: "erased" });
});

test("a message that is not there is nobody's job", async () => {
  await expect(send(postOffice(), newId())).resolves.toBeUndefined();
});

async function jobCount(): Promise<number> {
  const { rows } = await db.owner.query<{ count: number }>("select count(*)::int as count from graphile_worker.jobs");
  return rows[0]?.count ?? 0;
}
