import { z } from "zod";

/** A code that somebody types: digits, or capitals in groups; blanked ones pass, so that a kept message can be read. */
export const codeSchema = z.string().regex(/^[0-9A-Z•-]{4,16}$/, { error: "mail.code-malformed" });
