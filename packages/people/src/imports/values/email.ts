import { emailAddressSchema } from "@guildhall/mail/schemas";
import { detach, narrow } from "./clean.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

/** One address as identities keep it: from "A@B.com", "mailto:a@b.com" and "Name <a@b.com>". */
export function parseEmail(text: string): Parsed<string> {
  const narrowed = narrow(text);
  const inBrackets = /<([^<>]*)>\s*$/.exec(narrowed)?.[1];
  const address = emailAddressSchema.safeParse((inBrackets ?? narrowed).trim().replace(/^mailto:/i, ""));
  return address.success ? parsed(detach(address.data)) : refused("imports.email-malformed");
}

/** The addresses of a cell that may hold several: "a@b.com; c@d.com". */
export function splitEmails(text: string): string[] {
  const parts = text.split(/[;；,，、|\n]+/).filter((part) => part.trim() !== "");
  return parts.length > 1 && parts.every((part) => part.includes("@") || part.includes("＠")) ? parts : [text];
}
