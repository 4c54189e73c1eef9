import { AppError } from "@guildhall/core";
import type { Tenant } from "@guildhall/db";
import { z } from "zod";
import { domainOf } from "../addresses/sender.ts";
import type { PostOffice } from "../post-office.ts";
import type { AnyTemplate } from "../templates/template.ts";
import type { Outcome } from "../transports/transport.ts";
import type { QueuedMessage } from "./message.ts";
import type { SendRun } from "./send-run.ts";
import type { Kept } from "./settle-message.ts";
import { type WrittenMessage, writeMessage } from "./write-message.ts";

interface HandedOver {
  readonly outcome: Outcome;
  readonly kept?: Kept;
}

/** Writes a message and gives it to its transport, under an id that is the same at each try. */
export async function handOver(
  office: PostOffice,
  message: QueuedMessage,
  tenant: Tenant | null,
  logger: SendRun["logger"],
): Promise<HandedOver> {
  const template = office.templates.get(message.template);
  // The next release, half rolled out, may know it.
  if (template?.channel !== message.channel) {
    return { outcome: { kind: "postponed", reason: "template-unknown", detail: message.template } };
  }
  const written = write(office, template, message, tenant, logger);
  if (!written) return { outcome: { kind: "failed", reason: "malformed" } };

  const outcome = await deliver(office, message, written);
  const stays = outcome.kind === "accepted" && office[transportOf[message.channel]].embedded;
  return {
    outcome,
    kept: stays ? { input: asObject.parse(message.input), written: written.rendered } : written.blanked(),
  };
}

const transportOf = { email: "mail", sms: "sms" } as const;
const asObject = z.looseObject({});

/** What was queued was well formed then; a newer template, or a new name of the tenant, may see it otherwise. */
function write(
  office: PostOffice,
  template: AnyTemplate,
  message: QueuedMessage,
  tenant: Tenant | null,
  logger: SendRun["logger"],
): WrittenMessage | null {
  try {
    return writeMessage(office, template, message, tenant);
  } catch (error) {
    if (!(error instanceof AppError || error instanceof z.ZodError)) throw error;
    logger.error({ err: error, messageId: message.id }, "a queued message cannot be written");
    return null;
  }
}

function deliver(
  office: PostOffice,
  { id, recipient, locale }: QueuedMessage,
  written: WrittenMessage,
): Promise<Outcome> {
  const { rendered, senderName, unsubscribeUrl } = written;
  if (rendered.channel === "sms") return office.sms.deliver({ id, to: recipient, text: rendered.text });
  return office.mail.deliver({
    messageId: `${id}@${domainOf(office.from)}`,
    from: { name: senderName, address: office.from.address },
    to: recipient,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    locale,
    unsubscribeUrl,
  });
}
