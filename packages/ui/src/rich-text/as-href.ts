import { isSafeHref } from "@guildhall/core";

/** An address as somebody typed it, made whole: "guildhall.example" is https. "" for none, undefined for one no link may have. */
export function asHref(typed: string): string | undefined {
  const text = typed.trim();
  if (text === "" || isSafeHref(text)) return text;
  if (/^[^\s/@:]+@[^\s/@:]+\.[^\s/@:]+$/.test(text)) return `mailto:${text}`;
  return /^[^\s:/?#]+\.[^\s:/?#]{2,}(?:[/?#]\S*)?$/.test(text) ? `https://${text}` : undefined;
}
