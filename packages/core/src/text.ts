import { z } from "zod";

/** Nothing that is seen: only white space and characters that print nothing. */
const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]*$/u;

// Control characters, and marks that turn the reading direction of what follows round.
const control = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
const controlInText = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

interface Codes {
  /** Said instead of "core.text-empty" where something better can be said. */
  readonly empty?: string;
}

/** A line of text as somebody typed it, in any script: a name, a title. Trimmed, composed (NFC), at most `max` long. */
export function lineSchema(max: number, codes: Codes = {}): z.ZodType<string, string> {
  return written(max, codes).refine((line) => !control.test(line) && !/[\p{Zl}\p{Zp}]/u.test(line), refusal);
}

/** Text of several lines; "\n" ends one, whatever ended it before. Trimmed, composed (NFC), at most `max` long. */
export function textSchema(max: number, codes: Codes = {}): z.ZodType<string, string> {
  return written(max, codes).refine((text) => !controlInText.test(text), refusal);
}

const refusal = { error: "core.text-control" } as const;

/** Checked one after the other, so that one sentence stands beside the field, the first that is true. */
function written(max: number, { empty = "core.text-empty" }: Codes) {
  return z
    .string({ error: empty })
    .overwrite((text) => text.replaceAll(/\r\n?/g, "\n"))
    .refine((text) => text.isWellFormed(), { error: "core.text-control", abort: true })
    .trim()
    .normalize("NFC")
    .refine((text) => !unseen.test(text), { error: empty, abort: true })
    .refine((text) => text.length <= max, { error: `core.text-too-long?most=${max}`, abort: true });
}
