import type { MentionKind, RichBlock, RichInline, RichText } from "./rich-text.ts";

/** Somebody or something that can be mentioned, and what it is called. */
export interface Mentionable {
  readonly kind: MentionKind;
  readonly id: string;
  readonly label: string;
}

/** Whom and what a text mentions, each once, in the order of first mention. */
export function mentionsIn(text: RichText): readonly Omit<Mentionable, "label">[] {
  const found = new Map<string, Omit<Mentionable, "label">>();
  inlinesOf(text, (it) => {
    if (it.type === "mention") found.set(it.attrs.id, { kind: it.attrs.kind, id: it.attrs.id });
    return [it];
  });
  return [...found.values()];
}

/** The text with what is mentioned called by these names; without any, as it is stored: by ids alone. */
export function relabelled(text: RichText, names: Readonly<Record<string, string>> = {}): RichText {
  return inlinesOf(text, (it) => {
    if (it.type !== "mention") return [it];
    const label = names[it.attrs.id];
    const { kind, id } = it.attrs;
    return [{ type: "mention", attrs: { kind, id, ...(label !== undefined && { label }) } }];
  });
}

/** The text with those alone mentioned that have these ids; any other mention becomes the words that it was. */
export function withMentionsOf(text: RichText, ids: ReadonlySet<string>): RichText {
  return inlinesOf(text, (it) =>
    it.type === "mention" && !ids.has(it.attrs.id) ? [{ type: "text", text: `@${it.attrs.label || "…"}` }] : [it],
  );
}

/** Makes mentions of what was written as "@" and a whole name: how they are written where no script offers names. */
export function linkMentions(text: RichText, known: readonly Mentionable[]): RichText {
  const longest = [...known].filter(({ label }) => label !== "").sort((a, b) => b.label.length - a.label.length);
  if (longest.length === 0) return text;
  return inlinesOf(text, (it) => {
    if (it.type !== "text" || !it.text.includes("@")) return [it];
    const parts: RichInline[] = [];
    let plain = "";
    for (let at = 0; at < it.text.length; ) {
      const named = it.text[at] === "@" && longest.find(({ label }) => isNamed(it.text, at + 1, label));
      if (named) {
        if (plain) parts.push({ ...it, text: plain });
        plain = "";
        parts.push({ type: "mention", attrs: { kind: named.kind, id: named.id } });
        at += named.label.length + 1;
      } else plain += it.text[at++];
    }
    return plain ? [...parts, { ...it, text: plain }] : parts;
  });
}

/** "@Lin" does not name Lin in "@Linda"; Chinese has no spaces to end a name by. */
function isNamed(text: string, at: number, label: string): boolean {
  if (!text.startsWith(label, at)) return false;
  const last = label.at(-1) ?? "";
  const next = text[at + label.length] ?? "";
  return !(/[\p{L}\p{N}]/u.test(next) && /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u.test(last));
}

function inlinesOf(text: RichText, change: (it: RichInline) => readonly RichInline[]): RichText {
  const block = (each: RichBlock): RichBlock =>
    each.type === "paragraph"
      ? { ...each, ...(each.content && { content: each.content.flatMap(change) }) }
      : { ...each, content: each.content.map((item) => ({ ...item, content: item.content.map(block) })) };
  return { ...text, content: text.content.map(block) };
}
