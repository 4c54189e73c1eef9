import { invalid } from "@guildhall/core";
import { z } from "zod";

// Line ends of every kind, other control characters, and marks that turn the reading direction round.
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Text for one line: a name, a title, a label. */
export function lineSchema(longest = 200) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !unprintable.test(text), { error: "mail.line-malformed" });
}

/** Text of several lines; "\n" ends one. */
export function textSchema(longest = 5_000) {
  return z
    .string()
    .overwrite((text) => text.replaceAll("\r\n", "\n"))
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !unprintable.test(text.replaceAll("\n", "")), { error: "mail.text-malformed" });
}

/** An address of the web, written so that it cannot leave an attribute or a line. */
export const linkSchema = z.url({ protocol: /^https?$/, normalize: true }).max(2_048);

/** Lets nothing into a header that could end it; what comes this far unchecked is a defect, and is not sent. */
export function headerText(text: string): string {
  if (unprintable.test(text)) throw invalid("mail.header-malformed");
  return text;
}
