import { readDecimal, readMinorUnits, richTextFromPlain, writeDecimal } from "@guildhall/core";

/**
 * What a posted form means, whether scripts ran or not. A field that scripts would translate (money to minor units, tags
 * to a list) says how by a second control beside it, named `readAs(name)`; scripts remove that control, and post the
 * translation themselves. What cannot be read stays as it was typed, for the schema to refuse and the field to show again.
 * Every action reads its form through this first.
 */
export function readAnswers(form: FormData): FormData {
  const read = new FormData();
  for (const [name, value] of form) {
    if (name.endsWith(SUFFIX)) continue;
    const how = form.get(readAs(name));
    if (typeof how !== "string" || typeof value !== "string") read.append(name, value);
    else for (const answer of translate(value, how)) read.append(name, answer);
  }
  return read;
}

/** The name of the control that says how `name` is to be read. */
export function readAs(name: string): string {
  return name + SUFFIX;
}

const SUFFIX = "~as";

/** How a control without scripts is to be read. */
export type Reading = "number" | "list" | "rich-text" | `money ${string}`;

function translate(typed: string, how: string): readonly string[] {
  if (how === "list") return readList(typed);
  if (typed.trim() === "") return [""];
  if (how === "number") return [readNumberText(typed) ?? typed];
  if (how === "rich-text") return [JSON.stringify(richTextFromPlain(typed))];
  if (how.startsWith("money ")) {
    const amount = readMinorUnits(typed, how.slice("money ".length));
    // A bare figure that is no amount must not pass for minor units.
    return [amount === undefined ? typed.replace(/^\s*(?=[-+\d]+\s*$)/, "? ") : String(amount)];
  }
  return [typed];
}

export function readNumberText(text: string): string | undefined {
  const decimal = readDecimal(text);
  return decimal && writeDecimal(decimal);
}

/** "露营，上海; leaders" as three, each once. */
export function readList(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(/[,，;；、\n]/)
        .map((part) => part.trim())
        .filter(Boolean),
    ),
  ];
}
