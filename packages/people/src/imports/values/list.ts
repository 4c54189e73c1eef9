import { RecordSplitter } from "../reading/split-records.ts";
import { cleanLine } from "./clean.ts";
import { type Parsed, parsed, refused } from "./parsed.ts";

const mostItems = 200;
const mostLength = 200;

/** Words in one cell, none twice: a quoted list ("VIP","a, b"), or parted by semicolons, lines, or else by commas. */
export function parseList(text: string): Parsed<readonly string[]> {
  const items: string[] = [];
  const seen = new Set<string>();
  for (const part of partsOf(text.trim())) {
    const item = cleanLine(part);
    if (item === "" || seen.has(item.toLowerCase())) continue;
    if (item.length > mostLength || items.length === mostItems) return refused("imports.list-too-long");
    seen.add(item.toLowerCase());
    items.push(item);
  }
  return parsed(items);
}

function partsOf(text: string): string[] {
  if (text.startsWith('"')) {
    const quoted = quotedParts(text);
    if (quoted) return quoted;
  }
  const strong = text.split(/[;；|\n]+/);
  return strong.length > 1 ? strong : text.split(/[,，、]+/);
}

function quotedParts(text: string): string[] | null {
  const [record] = new RecordSplitter(",").split(text, true);
  return record?.cells ?? null;
}
