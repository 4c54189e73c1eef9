import type { ReactNode } from "react";
import { type RichBlock, type RichInline, type RichMark, type RichText, readRichText } from "./rich-text.ts";

type RichTextViewProps = {
  /** What was stored: the tree, or its JSON. What is no such tree shows nothing. */
  readonly value: RichText | string | null | undefined;
};

/** Text with a little shape, shown: without script, and never as HTML that somebody wrote. */
export function RichTextView({ value }: RichTextViewProps) {
  const text = readRichText(value);
  if (!text) return null;
  return <div className="prose min-w-0 break-words">{blocks(text.content)}</div>;
}

function blocks(content: readonly RichBlock[]): ReactNode {
  return content.map((block, at) => {
    const key = `${at} ${block.type}`;
    if (block.type === "paragraph") return <p key={key}>{inlines(block.content ?? [])}</p>;
    const items = block.content.map((item, place) => {
      // biome-ignore lint/suspicious/noArrayIndexKey: a text that is shown never changes its order
      return <li key={place}>{blocks(item.content)}</li>;
    });
    return block.type === "bulletList" ? <ul key={key}>{items}</ul> : <ol key={key}>{items}</ol>;
  });
}

function inlines(content: readonly RichInline[]): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a text that is shown never changes its order
  return content.map((it, at) => (it.type === "hardBreak" ? <br key={at} /> : <span key={at}>{marked(it)}</span>));
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
