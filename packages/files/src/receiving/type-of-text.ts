/**
 * The bytes as text, or null for what is none. UTF-16 by its mark; anything else is text in some encoding that has
 * ASCII in it (UTF-8, GBK, Windows-1252 …) when no byte is a control character. Only ASCII is looked at afterwards.
 */
export function legibleText(sample: Uint8Array): string | null {
  const utf16 = utf16Of(sample);
  const text = utf16
    ? new TextDecoder(utf16).decode(sample)
    : Buffer.from(sample)
        .toString("latin1")
        .replace(/^\u00EF\u00BB\u00BF/, "");
  return text === "" || control.test(text) ? null : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000B\u000E-\u001F\u007F]/;

function utf16Of(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (sample[0] === 0xff && sample[1] === 0xfe) return "utf-16le";
  return sample[0] === 0xfe && sample[1] === 0xff ? "utf-16be" : null;
}

/** Which kind of text: markup by how it begins, JSON by parsing, the harmless rest by its name and shape. */
export function typeOfText(text: string, { name, complete }: { name: string; complete: boolean }): string {
  if (/^\s*<[a-z!?/]/i.test(text)) return typeOfMarkup(text);
  const ending = name.toLowerCase().split(".").at(-1) ?? "";
  if (/^\s*[[{]/.test(text) && (complete ? isJson(text) : ending === "json")) return "application/json";
  return byEnding[ending] ?? (isTable(text) ? "text/csv" : "text/plain");
}

const byEnding: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  txt: "text/plain",
  log: "text/plain",
  csv: "text/csv",
  tsv: "text/tab-separated-values",
  md: "text/markdown",
  markdown: "text/markdown",
});

function typeOfMarkup(text: string): string {
  if (/<svg[\s>]/i.test(text)) return "image/svg+xml";
  if (/<html[^>]*xmlns\s*=/i.test(text)) return "application/xhtml+xml";
  return /^\s*<\?xml/i.test(text) ? "application/xml" : "text/html";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Two lines or more, each parted as often as the first by the same sign. */
function isTable(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/).slice(0, 20);
  const whole = lines.slice(0, Math.max(1, lines.length - 1)).filter((line) => line !== "");
  if (whole.length < 2) return false;
  return [",", ";", "\t"].some((sign) => {
    const [first = 0, ...rest] = whole.map((line) => line.replace(/"[^"]*"/g, "").split(sign).length - 1);
    return first > 0 && rest.every((count) => count === first);
  });
}
