import {
  calloutKinds,
  codeLanguage,
  type DocumentMark,
  type DocumentNode,
  documentMentionKinds,
  idOf,
  liveQuestionOf,
  mentioned,
  oneOf,
  pixels,
  readDocument,
  safeHref,
  safeImageSrc,
  textOf,
} from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { createElement, Fragment, type ReactNode } from "react";
import { useWords, type Words } from "../shell/words.ts";
import type { DocumentPlaces } from "./document-props.ts";
import { tableRow } from "./views/static-table.tsx";
import "./document.css";

type DocumentViewProps = DocumentPlaces & {
  /** As the server read it; shows nothing for what is no document. */ readonly json: unknown;
  /** Draws something around a node, or onto it. */ readonly around?: Around;
};
type Around = (node: DocumentNode, drawn: ReactNode) => ReactNode;
type Drawing = DocumentPlaces & {
  readonly words: Words;
  readonly headings: readonly Heading[];
  readonly around: Around;
};
type Heading = { readonly text: string; readonly level: number; readonly id: string };

/** A document shown: without script, and until its editor has come. Elements of ours, and never HTML of theirs. */
export function DocumentView({ json: given, around = plain, ...places }: DocumentViewProps) {
  const words = useWords();
  const json = readDocument(given);
  if (!json) return null;
  const drawing: Drawing = { ...places, words, headings: headingsOf(json), around };
  return <article className="document">{blocks(json.content ?? [], drawing)}</article>;
}

const plain: Around = (_, drawn) => drawn;

function blocks(nodes: readonly DocumentNode[], drawing: Drawing): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: a document that is shown never changes its order
  return nodes.map((node, at) => <Fragment key={at}>{drawing.around(node, block(node, drawing))}</Fragment>);
}

function block(node: DocumentNode, drawing: Drawing): ReactNode {
  const { attrs = {}, content = [] } = node;
  const within = () => blocks(content, drawing);
  const line = () => (content.length > 0 ? inlines(content, drawing) : <br />);
  switch (node.type) {
    case "title":
      return <h1 data-title="">{line()}</h1>;
    case "paragraph":
      return <p>{line()}</p>;
    case "heading":
      return createElement(`h${levelOf(attrs.level)}`, null, line());
    case "bulletList":
      return <ul>{within()}</ul>;
    case "orderedList":
      return <ol {...(Number.isSafeInteger(attrs.start) && { start: Number(attrs.start) })}>{within()}</ol>;
    case "taskList":
      return <ul data-type="taskList">{within()}</ul>;
    case "listItem":
      return <li>{within()}</li>;
    case "taskItem":
      return <TaskItem isDone={attrs.checked === true}>{within()}</TaskItem>;
    case "blockquote":
      return <blockquote>{within()}</blockquote>;
    case "callout":
      return (
        <div className="callout" role="note" data-callout={oneOf(calloutKinds, attrs.kind)}>
          <div className="callout-words">{within()}</div>
        </div>
      );
    default:
      return lessCommon(node, drawing, within);
  }
}

function lessCommon(node: DocumentNode, drawing: Drawing, within: () => ReactNode): ReactNode {
  const { attrs = {}, content = [] } = node;
  const { t } = drawing.words;
  switch (node.type) {
    case "codeBlock":
      return (
        <pre>
          <code data-language={codeLanguage(attrs.language) ?? undefined}>{inlines(content, drawing)}</code>
        </pre>
      );
    case "details":
      return <details>{within()}</details>;
    case "detailsSummary":
      return <summary>{inlines(content, drawing)}</summary>;
    case "detailsContent":
      return <div data-type="detailsContent">{within()}</div>;
    case "table":
      return (
        <div className="tableWrapper">
          <table>
            <tbody>{content.map((row, at) => tableRow(row, at, (cell) => blocks(cell, drawing)))}</tbody>
          </table>
        </div>
      );
    case "horizontalRule":
      return <hr />;
    case "image":
      return <Picture attrs={attrs} {...drawing} />;
    case "file":
      return <File attrs={attrs} {...drawing} />;
    case "contents":
      return <Contents {...drawing} />;
    case "liveBlock":
      return (
        <div className="live-block">
          {drawing.livePart?.(liveQuestionOf(attrs)) ?? <p className="live-silent">{t(m.live_blocks_still)}</p>}
        </div>
      );
    default:
      return <div className="unknown-part">{t(m.editor_unknown_part)}</div>;
  }
}

/** What is drawn onto it comes with it. */
function TaskItem({ isDone, children, ...drawn }: { readonly isDone: boolean; readonly children: ReactNode }) {
  return (
    <li data-checked={isDone} {...drawn}>
      <label>
        <input type="checkbox" checked={isDone} disabled readOnly />
      </label>
      <div>{children}</div>
    </li>
  );
}

type AttrsIn = Drawing & { readonly attrs: Readonly<Record<string, unknown>> };

function Picture({ attrs, fileHref, words: { t } }: AttrsIn) {
  const fileId = idOf(attrs.fileId);
  const href = fileId ? fileHref?.(fileId) : undefined;
  const elsewhere = fileId ? "" : safeImageSrc(attrs.src);
  if (href === undefined)
    return (
      <figure>
        {elsewhere ? (
          <a className="picture-elsewhere" href={elsewhere} rel="noreferrer noopener nofollow" target="_blank">
            {t(m.editor_picture_elsewhere, { host: new URL(elsewhere).host })}
          </a>
        ) : (
          <span className="picture-elsewhere">{t(m.editor_picture_gone)}</span>
        )}
      </figure>
    );
  const [width, height] = [pixels(attrs.width), pixels(attrs.height)];
  const alt = textOf(attrs.alt);
  return (
    <figure>
      <img
        src={href}
        alt={alt || textOf(attrs.name)}
        loading="lazy"
        decoding="async"
        {...(width && height && { width, height })}
      />
      {alt && <figcaption>{alt}</figcaption>}
    </figure>
  );
}

function File({ attrs, fileHref, words: { t } }: AttrsIn) {
  const fileId = idOf(attrs.fileId);
  const href = fileId ? fileHref?.(fileId) : undefined;
  const name = textOf(attrs.name) || t(m.editor_file_unnamed);
  return (
    <div className="file">
      {href === undefined ? (
        <span className="file-gone">{name}</span>
      ) : (
        <a href={href} rel="noopener" target="_blank">
          {name}
        </a>
      )}
    </div>
  );
}

function Contents({ headings, words: { t } }: Drawing) {
  return (
    <nav className="contents" aria-label={t(m.editor_block_contents)}>
      {headings.length === 0 ? (
        <p className="contents-empty">{t(m.editor_contents_empty)}</p>
      ) : (
        <ol>
          {headings.map(({ text, level, id }) => (
            <li key={id}>
              <span className="contents-line" data-level={level}>
                {text}
              </span>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}

function inlines(nodes: readonly DocumentNode[], drawing: Drawing): ReactNode {
  return nodes.map((node, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: a text that is shown never changes its order
    if (node.type === "hardBreak") return <br key={at} />;
    // biome-ignore lint/suspicious/noArrayIndexKey: the same
    return <Fragment key={at}>{drawing.around(node, inline(node, drawing))}</Fragment>;
  });
}

function inline({ type, attrs = {}, marks = [], text = "" }: DocumentNode, drawing: Drawing): ReactNode {
  return type === "mention" ? <Mention attrs={attrs} {...drawing} /> : marks.reduceRight<ReactNode>(dressed, text);
}

function Mention({ attrs, mentionHref }: AttrsIn) {
  const [kind, id] = [oneOf(documentMentionKinds, attrs.kind), idOf(attrs.id)];
  const href = id ? mentionHref?.({ kind, id }) : undefined;
  const Tag = href === undefined ? "span" : "a";
  return (
    <Tag className="mention" data-mention={kind} {...(href !== undefined && { href })}>
      {mentioned(attrs)}
    </Tag>
  );
}

function dressed(inner: ReactNode, { type, attrs = {} }: DocumentMark): ReactNode {
  const tag = { bold: "strong", italic: "em", underline: "u", strike: "s", code: "code", highlight: "mark" }[type];
  if (tag) return createElement(tag, null, inner);
  if (type === "comment" && idOf(attrs.threadId)) return <mark data-thread={idOf(attrs.threadId)}>{inner}</mark>;
  const href = type === "link" ? safeHref(attrs.href) : "";
  if (href === "") return inner;
  return (
    <a href={href} rel="noreferrer noopener nofollow">
      {inner}
    </a>
  );
}

const levelOf = (level: unknown): 1 | 2 | 3 => (level === 1 || level === 2 ? level : 3);

function headingsOf({ content = [] }: DocumentNode): Heading[] {
  return content.flatMap(headingsIn).map((heading, at) => ({ ...heading, id: `heading-${at + 1}` }));
}

function headingsIn(node: DocumentNode): Omit<Heading, "id">[] {
  if (node.type !== "heading") return (node.content ?? []).flatMap(headingsIn);
  const text = (node.content ?? []).map(({ text: words = "" }) => words).join("");
  return text.trim() === "" ? [] : [{ text, level: levelOf(node.attrs?.level) }];
}
