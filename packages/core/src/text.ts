import { z } from "zod";

/** Control characters, and marks that turn the reading direction round: nobody types them, and they hide what is there. */
const hidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;
/** Anything that can be seen; zero-width signs and spaces alone are no text. */
const visible = /[^\p{Cf}\p{Z}\p{Cc}\u115f\u1160\u3164\uffa0\u2800]/u;

/** One line as somebody wrote it: a name, a title. Trimmed and composed. */
export function lineSchema(longest: number) {
  return z
    .string({ error: "core.text-empty" })
    .normalize("NFC")
    .trim()
    .max(longest, { error: "core.text-too-long" })
    .refine((text) => !hidden.test(text), { error: "core.text-control" })
    .refine((text) => visible.test(text), { error: "core.text-empty" });
}

/** Several lines as somebody wrote them: line ends and tabs stay. Trimmed and composed. */
export function textSchema(longest: number) {
  return z
    .string({ error: "core.text-empty" })
    .overwrite((text) => text.replaceAll("\r\n", "\n"))
    .normalize("NFC")
    .trim()
    .max(longest, { error: "core.text-too-long" })
    .refine((text) => !hidden.test(text.replace(/[\n\t]/g, "")), { error: "core.text-control" })
    .refine((text) => visible.test(text), { error: "core.text-empty" });
}
