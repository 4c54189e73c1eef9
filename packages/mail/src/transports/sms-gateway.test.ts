import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import { useSmsGateway } from "../test/sms-gateway-double.ts";
import { smsGateway } from "./sms-gateway.ts";

const gateway = useSmsGateway();
const sms = { id: newId<"message">(), to: "+8613800138000", text: "【远山户外】验证码 482913" };

test("the gateway gets the number, the text and the id, and the password in its header alone", async () => {
  expect(await smsGateway(gateway.url("hall:p%40ss@")).deliver(sms)).toEqual({ kind: "accepted" });
  const authorization = `Basic ${Buffer.from("hall:p@ss").toString("base64")}`;
  expect(gateway.calls).toEqual([
    { path: "/v1/sms?route=otp", authorization, body: { to: sms.to, text: sms.text, id: sms.id } },
  ]);
});

test("without a password there is no header", async () => {
  await smsGateway(gateway.url()).deliver(sms);
  expect(gateway.calls[0]?.authorization).toBeUndefined();
});

test.each([
  [201, "accepted"],
  [409, "accepted"], // it had this id before
  [400, "failed"],
  [422, "failed"],
  [302, "postponed"],
  [401, "postponed"],
  [429, "postponed"],
  [503, "postponed"],
])("%i: %s", async (status, kind) => {
  gateway.answer(status);
  expect(await smsGateway(gateway.url()).deliver(sms)).toMatchObject({ kind });
  expect(gateway.calls).toHaveLength(1);
});

test("a gateway that is not there is tried again", async () => {
  expect(await smsGateway("http://127.0.0.1:1/").deliver(sms)).toMatchObject({
    kind: "postponed",
    reason: "server-unreachable",
  });
});
