import { type Sender, senderSchema } from "./addresses/sender.ts";
import { houseTemplates, templateShelf } from "./templates/house-templates.ts";
import type { AnyTemplate } from "./templates/template.ts";
import { outbox } from "./transports/outbox.ts";
import { smsGateway } from "./transports/sms-gateway.ts";
import { smtpTransport } from "./transports/smtp.ts";
import type { OutgoingMail, OutgoingSms, Transport } from "./transports/transport.ts";

export interface PostOfficeOptions {
  /** Without one, mail stays in the outbox and is read at /dev/mail. */
  smtpUrl?: string | undefined;
  /** Without one, SMS stay in the outbox and are read at /dev/sms. */
  smsUrl?: string | undefined;
  /** `Guildhall <hall@guildhall.example>`. */
  from: string;
  /** Where people reach the installation; unsubscribe links lead there. */
  publicUrl: string;
  secret: string;
  /** Of the domains, beside the house's own. */
  templates?: readonly AnyTemplate[];
}

/** All that sending takes. */
export interface PostOffice {
  readonly from: Sender;
  readonly publicUrl: string;
  readonly secret: string;
  readonly templates: ReadonlyMap<string, AnyTemplate>;
  readonly mail: Transport<OutgoingMail>;
  readonly sms: Transport<OutgoingSms>;
}

/** Throws for a sender that is none, and for two templates of one name. */
export function openPostOffice({
  smtpUrl,
  smsUrl,
  from,
  publicUrl,
  secret,
  templates = [],
}: PostOfficeOptions): PostOffice {
  return {
    from: senderSchema.parse(from),
    publicUrl,
    secret,
    templates: templateShelf([...houseTemplates, ...templates]),
    mail: smtpUrl ? smtpTransport(smtpUrl) : outbox,
    sms: smsUrl ? smsGateway(smsUrl) : outbox,
  };
}
