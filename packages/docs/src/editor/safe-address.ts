import { isSafeHref, isUuid } from "@guildhall/core";
import { textOf } from "./document-node.ts";

/** Where a link may lead: the web, a mailbox, a telephone, this house; "" for anywhere else. */
export function safeHref(value: unknown): string {
  const href = textOf(value).trim();
  return isSafeHref(href) && !hasControls(href) ? href : "";
}

/** A picture from elsewhere: https alone, and nobody's name or password in it; "" for anything else. */
export function safeImageSrc(value: unknown): string {
  const src = textOf(value).trim();
  if (!/^https:\/\//i.test(src) || src.length > 2_000) return "";
  try {
    const { username, password } = new URL(src);
    return username === "" && password === "" ? src : "";
  } catch {
    return "";
  }
}

/** The id of one of ours; null for anything else. */
export function idOf(value: unknown): string | null {
  return typeof value === "string" && isUuid(value) ? value.toLowerCase() : null;
}

function hasControls(text: string): boolean {
  for (const letter of text) if (letter < " " || letter === "\\") return true;
  return false;
}
