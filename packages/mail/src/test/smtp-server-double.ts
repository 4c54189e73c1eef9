import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterAll, beforeAll, beforeEach } from "vitest";

interface Manners {
  /** What is said to the recipient's address instead of yes. */
  readonly recipient?: { readonly code: number; readonly text: string };
  /** How a whole mail is answered once it was received. */
  readonly data?: "accept" | "hang-up" | { readonly code: number; readonly text: string };
  /** Holds a mail back, received and unanswered, until this resolves. */
  readonly hold?: Promise<void>;
}

/** A mail server on this machine that behaves as a test tells it, and keeps each mail that it received in full. */
export function useSmtpServer() {
  const received: ParsedMail[] = [];
  let manners: Manners = {};
  let port = 0;

  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    logger: false,
    disableReverseLookup: true,
    onRcptTo: (_address, _session, answer) => answer(manners.recipient ? refusalOf(manners.recipient) : null),
    onData: (stream, _session, answer) => {
      simpleParser(stream)
        .then(async (mail) => {
          received.push(mail);
          await manners.hold;
          const { data = "accept" } = manners;
          if (data === "hang-up") for (const connection of server.connections) connection.close();
          else answer(data === "accept" ? null : refusalOf(data));
        })
        .catch((error: Error) => answer(error));
    },
  } satisfies SMTPServerOptions);
  server.on("error", () => undefined); // connections that a test cuts

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    port = (server.server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    received.length = 0;
    manners = {};
  });
  afterAll(() => new Promise<void>((closed) => server.close(closed)));

  return {
    received,
    url: () => `smtp://127.0.0.1:${port}`,
    behave: (next: Manners) => {
      manners = next;
    },
  };
}

function refusalOf({ code, text }: { code: number; text: string }): Error {
  return Object.assign(new Error(text), { responseCode: code });
}
