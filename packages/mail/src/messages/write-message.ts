import type { Tenant } from "@guildhall/db";
import { headerText } from "../addresses/line.ts";
import type { PostOffice } from "../post-office.ts";
import { needsConsent } from "../purpose.ts";
import { houseOf } from "../templates/house.ts";
import type { AnyTemplate, Rendered } from "../templates/template.ts";
import { unsubscribeUrl } from "../unsubscribing/unsubscribe-token.ts";
import type { QueuedMessage } from "./message.ts";

export interface WrittenMessage {
  readonly rendered: Rendered;
  /** Who it says it is from. */
  readonly senderName: string;
  readonly unsubscribeUrl: string | null;
  /** As it is kept once it has left for good: without what would let its reader in. */
  blanked(): { readonly input: object; readonly written: Rendered };
}

/** Fills a template for the house that a message comes from; throws where the input, or the name, does not fit. */
export function writeMessage(
  office: PostOffice,
  template: AnyTemplate,
  message: QueuedMessage,
  tenant: Tenant | null,
): WrittenMessage {
  const { channel, locale, purpose, recipient } = message;
  const house = houseOf(tenant, locale);
  const wayOut =
    tenant && needsConsent(purpose)
      ? unsubscribeUrl(office, { tenantId: tenant.id, channel, address: recipient, purpose })
      : template.wayOut(message.input);
  const occasion = { locale, house, purpose, unsubscribeUrl: wayOut };
  return {
    rendered: template.render(message.input, occasion),
    senderName: headerText(tenant ? tenant.name : office.from.name),
    unsubscribeUrl: wayOut,
    blanked: () => {
      const input = template.withoutSecrets(message.input);
      return { input, written: template.render(input, occasion) };
    },
  };
}
