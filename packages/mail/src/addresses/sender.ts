import { z } from "zod";
import { emailAddressSchema } from "./address.ts";
import { lineSchema } from "./line.ts";

/** Whom mail comes from. */
export interface Sender {
  readonly name: string;
  readonly address: string;
}

/** Reads `Guildhall <hall@guildhall.example>`, the form that MAIL_FROM has. */
export const senderSchema: z.ZodType<Sender, string> = z
  .string()
  .regex(/^[^<>]+<[^<>]+>$/, { error: "mail.sender-malformed" })
  .transform((text) => {
    const [name = "", address = ""] = text.slice(0, -1).split("<");
    return { name: name.trim().replace(/^"(.*)"$/, "$1"), address: address.trim() };
  })
  .pipe(z.object({ name: lineSchema(), address: emailAddressSchema }));

/** The name under which a sender's machine signs its Message-IDs. */
export function domainOf({ address }: Sender): string {
  return address.slice(address.lastIndexOf("@") + 1);
}
