import { z } from "zod";
import { plainFromRichText, type RichText, readRichText } from "./rich-text.ts";

interface Codes {
  /** Said instead of "core.text-empty" where something better can be said. */
  readonly empty?: string;
}

/** No tree of a text that people write is deeper, or its JSON so much longer than its words. */
const deepest = 24;
const roomForShape = 20;

// As in text.ts: control characters, and marks that turn the reading direction of what follows round.
const control = /(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/**
 * Text with a little shape: the tree, or its JSON as a form posts it; never HTML. At most `max` characters of words.
 * Takes its own output again.
 */
export function richTextSchema(max: number, { empty = "core.text-empty" }: Codes = {}): z.ZodType<RichText, unknown> {
  return z.unknown().transform((value, context): RichText => {
    const refuse = (error: string) => {
      context.addIssue({ code: "custom", message: error });
      return z.NEVER;
    };
    if (value === undefined || value === null || value === "") return refuse(empty);
    const json = typeof value === "string" ? value : JSON.stringify(value);
    if (json.length > max * roomForShape) return refuse(`core.text-too-long?most=${max}`);
    if (depthOf(json) > deepest) return refuse("core.text-control");
    const text = readRichText(json);
    if (!text) return refuse("core.text-control");
    const words = plainFromRichText(text);
    if (words.trim() === "") return refuse(empty);
    if (words.length > max) return refuse(`core.text-too-long?most=${max}`);
    return words.isWellFormed() && !control.test(words) ? text : refuse("core.text-control");
  });
}

/** How deep brackets stand in it. */
function depthOf(json: string): number {
  let [depth, most] = [0, 0];
  for (const character of json.replaceAll(/"(?:[^"\\]|\\.)*"/g, "")) {
    if (character === "{" || character === "[") most = Math.max(most, ++depth);
    else if (character === "}" || character === "]") depth--;
  }
  return most;
}
