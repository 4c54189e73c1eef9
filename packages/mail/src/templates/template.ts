import type { z } from "zod";
import type { Channel } from "../addresses/address.ts";
import { headerText } from "../addresses/line.ts";
import { layOut } from "../layout/lay-out.ts";
import type { Purpose } from "../purpose.ts";
import type { Block } from "./block.ts";
import type { Occasion } from "./occasion.ts";

export type Rendered =
  | { readonly channel: "email"; readonly subject: string; readonly text: string; readonly html: string }
  | { readonly channel: "sms"; readonly text: string };

/** A message in both languages, waiting for its input. `Input` is what `queueMessage` has to be given with it. */
export interface Template<Input = never, For extends Purpose = Purpose> {
  readonly name: string;
  readonly channel: Channel;
  readonly purposes: readonly For[];
  /** Checks input as given or as stored, and returns it as it is stored. */
  readonly input: z.ZodType<object, Input>;
  /** Throws a ZodError for input that does not fit. */
  render(input: unknown, occasion: Occasion): Rendered;
  /** Input as it may be kept once the message has left: codes and sign-in links blanked. */
  withoutSecrets(input: unknown): object;
  /** Where its reader can stop such mails, for a purpose that goes without consent; null where there is nothing to stop. */
  wayOut(input: unknown): string | null;
}

/** Any template, where the input is checked by the template itself. */
export type AnyTemplate = Omit<Template, "input">;

interface Common<Output extends object, Input, For extends Purpose> {
  /** Stored with each message, so it keeps its meaning once released. */
  name: string;
  /** What it may be sent for. */
  purposes: readonly For[];
  /** Its output is JSON, and fits it again. */
  input: z.ZodType<Output, Input>;
  /** Blanks what would let somebody in who reads the message afterwards. */
  withoutSecrets?(input: Output): Output;
  /** The address that stops such mails: a page for GET, RFC 8058's one click for POST. */
  wayOut?(input: Output): string;
}

interface MailDefinition<Output extends object, Input, For extends Purpose> extends Common<Output, Input, For> {
  subject(input: Output, occasion: Occasion): string;
  /** What lists of mail show after the subject. */
  preview(input: Output, occasion: Occasion): string;
  body(input: Output, occasion: Occasion): readonly Block[];
}

interface SmsDefinition<Output extends object, Input> extends Common<Output, Input, "transactional"> {
  text(input: Output, occasion: Occasion): string;
}

/** Declares a mail: its body is written once, in blocks, and sent as HTML and plain text. */
export function defineTemplate<Output extends object, Input, const For extends Purpose>(
  definition: MailDefinition<Output, Input, For>,
): Template<Input, For> {
  return {
    ...common(definition, "email"),
    render: (given, occasion) => {
      const input = definition.input.parse(given);
      const subject = headerText(definition.subject(input, occasion));
      const preview = definition.preview(input, occasion);
      return {
        channel: "email",
        subject,
        ...layOut({ subject, preview, body: definition.body(input, occasion) }, occasion),
      };
    },
  };
}

/** Declares a short message. */
export function defineSmsTemplate<Output extends object, Input>(
  definition: SmsDefinition<Output, Input>,
): Template<Input, "transactional"> {
  return {
    ...common(definition, "sms"),
    render: (given, occasion) => ({ channel: "sms", text: definition.text(definition.input.parse(given), occasion) }),
  };
}

function common<Output extends object, Input, For extends Purpose>(
  definition: Common<Output, Input, For>,
  channel: Channel,
) {
  const { name, purposes, input, withoutSecrets = (it) => it, wayOut = () => null } = definition;
  return {
    name,
    channel,
    purposes,
    input,
    withoutSecrets: (given: unknown) => withoutSecrets(input.parse(given)),
    wayOut: (given: unknown) => wayOut(input.parse(given)),
  };
}
