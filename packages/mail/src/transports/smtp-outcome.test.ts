import { expect, test } from "vitest";
import { outcomeOfSmtpError } from "./smtp-outcome.ts";

const said = (command: string, code: string, response?: string) =>
  Object.assign(new Error("…"), {
    code,
    command,
    ...(response && { response, responseCode: Number(response.slice(0, 3)) }),
  });

test.each([
  ["RCPT TO", "EENVELOPE", "550 No such user", "bounced", "hard-bounce"],
  ["RCPT TO", "EENVELOPE", "550 5.1.1 <ada@example.com> unknown", "bounced", "hard-bounce"],
  ["RCPT TO", "EENVELOPE", "551-5.2.1 disabled", "bounced", "hard-bounce"],
  ["RCPT TO", "EENVELOPE", "550 5.7.1 your address is on our list", "failed", "sender-refused"],
  ["RCPT TO", "EENVELOPE", "553 5.1.8 sender's domain unknown", "failed", "sender-refused"],
  ["RCPT TO", "EENVELOPE", "552 5.2.2 mailbox full", "failed", "mailbox-full"],
  ["RCPT TO", "EENVELOPE", "451 4.7.1 greylisted", "postponed", "recipient-deferred"],
  ["DATA", "EMESSAGE", "554 5.6.0 too ugly", "failed", "content-refused"],
  ["DATA", "EMESSAGE", "452 disk full", "postponed", "recipient-deferred"],
  ["MAIL FROM", "EENVELOPE", "550 who are you", "postponed", "sender-refused"],
  ["AUTH PLAIN", "EAUTH", "535 5.7.8 wrong password", "postponed", "sender-refused"],
  ["CONN", "EPROTOCOL", "421 too busy", "postponed", "server-unreachable"],
  ["CONN", "ECONNECTION", undefined, "postponed", "server-unreachable"],
  ["CONN", "ETIMEDOUT", undefined, "postponed", "server-unreachable"],
  ["API", "EENVELOPE", undefined, "failed", "malformed"],
])("%s %s %s: %s, %s", (command, code, response, kind, reason) => {
  expect(outcomeOfSmtpError(said(command, code, response))).toMatchObject({ kind, reason });
});

test("what is no SMTP error is tried again", () => {
  for (const thrown of [null, "?", new Error("?")]) {
    expect(outcomeOfSmtpError(thrown)).toMatchObject({ kind: "postponed", reason: "server-unreachable" });
  }
});

test("the log gets codes, not addresses", () => {
  expect(outcomeOfSmtpError(said("RCPT TO", "EENVELOPE", "450 4.2.0 <ada@example.com> later"))).toMatchObject({
    detail: "EENVELOPE RCPT TO 450 4.2.0",
  });
});
