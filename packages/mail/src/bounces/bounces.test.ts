import { createHmac } from "node:crypto";
import { newId } from "@guildhall/core";
import { expect, test } from "vitest";
import { bounceSchema } from "./bounce-report.ts";
import { verifyHookSignature } from "./hook-signature.ts";

test("a callback is believed when its body was signed with our secret", () => {
  const body = '{"kind":"hard-bounce"}';
  const signed = createHmac("sha256", "s3cret").update(body).digest("hex");
  for (const header of [signed, `sha256=${signed}`, signed.toUpperCase()])
    expect(verifyHookSignature("s3cret", body, header)).toBe(true);
  expect(verifyHookSignature("s3cret", new TextEncoder().encode(body), signed)).toBe(true);
  expect(verifyHookSignature("other", body, signed)).toBe(false);
  expect(verifyHookSignature("s3cret", `${body} `, signed)).toBe(false);
  for (const header of [null, undefined, "", signed.slice(1), `sha1=${signed}`, `${signed}00`, "zz".repeat(32)]) {
    expect(verifyHookSignature("s3cret", body, header)).toBe(false);
  }
});

test("a message is named by its id or by the Message-ID that servers quote", () => {
  const id = newId<"message">();
  for (const messageId of [id, `<${id}@guildhall.example>`, `${id}@guildhall.example`, ` <${id}@guildhall.example> `]) {
    expect(bounceSchema.parse({ kind: "complaint", about: { messageId } }).about).toEqual({ messageId: id });
  }
  for (const messageId of ["", "<@guildhall.example>", `<${id}@a@b>`, `x${id}`, "<abc@other.example>"]) {
    expect(() => bounceSchema.parse({ kind: "complaint", about: { messageId } })).toThrow();
  }
});
