import { createTransport, type SendMailOptions } from "nodemailer";
import { headerText } from "../addresses/line.ts";
import { outcomeOfSmtpError } from "./smtp-outcome.ts";
import type { OutgoingMail, Transport } from "./transport.ts";

interface Options {
  /** Well below the 60 s after which PostgreSQL ends an idle transaction: the message's row is locked meanwhile. */
  deadlineMs?: number;
}

/** Mail through the server that `url` names: `smtps://user:password@host:465`, with nodemailer's options as its query. */
export function smtpTransport(url: string, { deadlineMs = 40_000 }: Options = {}): Transport<OutgoingMail> {
  const server = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  return {
    embedded: false,
    deliver: async (mail) => {
      const sending = { ...composed(mail), signal: AbortSignal.timeout(deadlineMs) };
      try {
        await server.sendMail(sending);
        return { kind: "accepted" };
      } catch (error) {
        return outcomeOfSmtpError(error);
      }
    },
  };
}

function composed(mail: OutgoingMail): SendMailOptions {
  const from = { name: headerText(mail.from.name), address: headerText(mail.from.address) };
  const to = headerText(mail.to);
  return {
    messageId: `<${mail.messageId}>`,
    from,
    to: { name: "", address: to },
    envelope: { from: from.address, to },
    subject: headerText(mail.subject),
    text: mail.text,
    html: mail.html,
    headers: {
      "Content-Language": mail.locale,
      "Auto-Submitted": "auto-generated", // RFC 3834: no out-of-office answers, please
      ...(mail.unsubscribeUrl && {
        "List-Unsubscribe": `<${headerText(mail.unsubscribeUrl)}>`,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click", // RFC 8058
      }),
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
