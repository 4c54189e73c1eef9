import { z } from "zod";
import type { Outcome } from "./transport.ts";

const smtpError = z.object({
  code: z.string().catch(""),
  command: z.string().catch(""),
  responseCode: z.int().nullable().catch(null),
  response: z.string().catch(""),
});
type SmtpError = z.infer<typeof smtpError>;

/**
 * What a failed conversation means for the message. Only a server's lasting "no" to the recipient itself is a bounce:
 * being on somebody's block list, or a password that expired, says nothing about the address.
 */
export function outcomeOfSmtpError(thrown: unknown): Outcome {
  const error = smtpError.parse(thrown instanceof Error ? { ...thrown } : {});
  const lasting = error.responseCode !== null && error.responseCode >= 500;
  const status = enhancedStatus(error);
  const detail = [error.code, error.command, error.responseCode, status].filter(Boolean).join(" ");

  if (error.command === "RCPT TO") {
    return lasting ? lastingNo(status) : { kind: "postponed", reason: "recipient-deferred", detail };
  }
  if (error.command === "DATA" && error.responseCode !== null) {
    return lasting
      ? { kind: "failed", reason: "content-refused" }
      : { kind: "postponed", reason: "recipient-deferred", detail };
  }
  if (error.command === "API" && error.code === "EENVELOPE") return { kind: "failed", reason: "malformed" };
  const reason = lasting || error.code === "EAUTH" ? "sender-refused" : "server-unreachable";
  return { kind: "postponed", reason, detail };
}

function lastingNo(status: string): Outcome {
  if (status === "5.2.2") return { kind: "failed", reason: "mailbox-full" };
  return refusesUs(status) ? { kind: "failed", reason: "sender-refused" } : { kind: "bounced", reason: "hard-bounce" };
}

/** RFC 3463's "5.7.1", where the server gives one. */
function enhancedStatus({ response }: SmtpError): string {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? "";
}

/** Sender's address, system, network, protocol, content, policy: anything but the mailbox. */
function refusesUs(status: string): boolean {
  return /^5\.(?:1\.[78]$|[3-7]\.)/.test(status);
}
