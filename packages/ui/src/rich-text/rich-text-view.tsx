import {
  type MentionAttrs,
  type RichBlock,
  type RichInline,
  type RichMark,
  type RichText,
  readRichText,
} from "@guildhall/core";
import type { ReactNode } from "react";

type RichTextViewProps = {
  /** What was stored: the tree, or its JSON. What is no such tree shows nothing. */
  readonly value: RichText | string | null | undefined;
  /** Where a mention leads; without, it is a name alone. */
  readonly mentionHref?: ((mention: MentionAttrs) => string | undefined) | undefined;
  /** Said of whoever has no name any more. */
  readonly nobody?: string | undefined;
};

type Mentions = Pick<RichTextViewProps, "mentionHref" | "nobody">;

/** Text with a little shape, shown: without script, and never as HTML that somebody wrote. */
export function RichTextView({ value, ...mentions }: RichTextViewProps) {
  const text = readRichText(value);
  if (!text) return null;
  return <div className="prose min-w-0 break-words">{blocks(text.content, mentions)}</div>;
}

function blocks(content: readonly RichBlock[], mentions: Mentions): ReactNode {
  return content.map((block, at) => {
    const key = `${at} ${block.type}`;
    if (block.type === "paragraph") return <p key={key}>{inlines(block.content ?? [], mentions)}</p>;
    const items = block.content.map((item, place) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: a text that is shown never changes its order
      return <li key={place}>{blocks(item.content, mentions)}</li>;
    });
    return block.type === "bulletList" ? <ul key={key}>{items}</ul> : <ol key={key}>{items}</ol>;
  });
}

function inlines(content: readonly RichInline[], mentions: Mentions): ReactNode {
  return content.map((it, at) => {
    const key = `${at} ${it.type}`;
    if (it.type === "hardBreak") return <br key={key} />;
    if (it.type === "mention") return <Mentioned key={key} mention={it.attrs} {...mentions} />;
    return <span key={key}>{marked(it)}</span>;
  });
}

function Mentioned({ mention, mentionHref, nobody = "…" }: Mentions & { readonly mention: MentionAttrs }) {
  const href = mention.label === undefined ? undefined : mentionHref?.(mention);
  const name = `@${mention.label ?? nobody}`;
  return href === undefined ? (
    <span className="mention">{name}</span>
  ) : (
    <a href={href} className="mention">
      {name}
    </a>
  );
}

function marked({ text, marks = [] }: Extract<RichInline, { type: "text" }>): ReactNode {
  return marks.reduce<ReactNode>((inner, mark) => dress(inner, mark), text);
}

function dress(inner: ReactNode, mark: RichMark): ReactNode {
  if (mark.type === "bold") return <strong>{inner}</strong>;
  if (mark.type !== "link") return <em>{inner}</em>;
  return (
    <a href={mark.attrs.href} rel="noreferrer noopener nofollow">
      {inner}
    </a>
  );
}
