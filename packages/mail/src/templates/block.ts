/** What a message is written in: each block becomes HTML and plain text alike. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "button"; readonly label: string; readonly url: string }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "divider" }
  | { readonly kind: "small"; readonly text: string }
  | { readonly kind: "link"; readonly label: string; readonly url: string };

export const heading = (text: string): Block => ({ kind: "heading", text });

/** Line breaks in `text` are kept. */
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });

/** The one thing to do. Its address also stands below it, for whom the button does not work. */
export const button = (label: string, url: string): Block => ({ kind: "button", label, url });

/** Something to be typed elsewhere. */
export const code = (typed: string): Block => ({ kind: "code", code: typed });

export const list = (items: readonly string[]): Block => ({ kind: "list", items });

export const divider: Block = { kind: "divider" };

export const small = (text: string): Block => ({ kind: "small", text });

/** A quiet link in small print. */
export const link = (label: string, url: string): Block => ({ kind: "link", label, url });
