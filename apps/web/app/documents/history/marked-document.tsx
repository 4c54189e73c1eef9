import type { Change, DocumentNode, MarkedNode } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { faceCharacters } from "@guildhall/ui";
import { cloneElement, isValidElement, type ReactNode } from "react";
import { useWords, type Words } from "../../shell/words.ts";
import type { DocumentPlaces } from "../document-props.ts";
import { DocumentView } from "../document-view.tsx";
import { inColour } from "./in-colour.ts";
import type { WriterShown } from "./load-history.ts";
import { passagesOf } from "./passages.ts";
import { writerName } from "./writer-name.ts";
import "./history.css";

type MarkedDocumentProps = DocumentPlaces & {
  readonly node: MarkedNode;
  readonly writers: readonly WriterShown[];
};

/**
 * A document with what became of it, or with who wrote it, in the text itself: as insertions and deletions that a screen
 * reader says, with the name of whoever did it, and in their colour.
 */
export function MarkedDocument({ node, writers, ...places }: MarkedDocumentProps) {
  const words = useWords();
  const passages = passagesOf(node);
  const known = new Map(writers.map((writer) => [writer.nth, writer]));
  const around = (each: DocumentNode, drawn: ReactNode) => {
    const marked: MarkedNode = each;
    const at = { begins: passages.begin.has(each), isSigned: passages.signed.has(each) };
    const of = (nth: number | null | undefined) => (typeof nth === "number" ? known.get(nth) : undefined);
    if (marked.type === "text" && marked.change)
      return (
        <Changed change={marked.change} writer={of(marked.change.by)} {...at} words={words}>
          {drawn}
        </Changed>
      );
    if (marked.type === "text" && marked.by !== undefined)
      return (
        <Written writer={of(marked.by)} {...at} words={words}>
          {drawn}
        </Written>
      );
    const place = passages.places.get(each);
    if (!marked.change && place === undefined) return drawn;
    return part({ node: marked, drawn, writer: of(marked.change?.by), place, words });
  };
  return <DocumentView json={node} around={around} {...places} />;
}

type PassageProps = {
  readonly writer: WriterShown | undefined;
  /** Whether something else is before it, and whether that is somebody else's. */
  readonly begins: boolean;
  readonly isSigned: boolean;
  readonly words: Words;
  readonly children: ReactNode;
};

function Changed({ change, writer, begins, isSigned, words, children }: PassageProps & { readonly change: Change }) {
  const Tag = { added: "ins", removed: "del", changed: "span" }[change.is] as "ins" | "del" | "span";
  const said = sayChange(change, writer, words);
  return (
    <Tag className="passage" data-change={change.is} style={inColour(writer)} title={said}>
      {begins && <Sign writer={writer} said={said} isSigned={isSigned} words={words} />}
      {children}
    </Tag>
  );
}

function Written({ writer, begins, isSigned, words, children }: PassageProps) {
  const name = writerName(writer, words);
  return (
    <span className="passage" data-line={(writer?.nth ?? 0) % 4} style={inColour(writer)} title={name}>
      {begins && <Sign writer={writer} said={`${name}: `} isSigned={isSigned} words={words} />}
      {children}
    </span>
  );
}

/** Who it is, for the eye by a character of their name, and in words for whoever listens. */
function Sign({
  writer,
  said,
  isSigned,
  words,
}: { readonly said: string } & Omit<PassageProps, "begins" | "children">) {
  return (
    <>
      {isSigned && (
        <span className="passage-sign" aria-hidden="true">
          {faceCharacters(writerName(writer, words))}
        </span>
      )}
      <span className="sr-only">{said} </span>
    </>
  );
}

const atoms = new Set(["image", "file", "horizontalRule", "liveBlock", "contents", "mention"]);

/** What is no text: pictures and rules come and go as wholes, and what holds text is marked at its edge. */
function part({ node, drawn, writer, place, words }: PartProps): ReactNode {
  const { type, change } = node;
  const said = change && sayChange(change, writer, words);
  const marks = {
    ...(place !== undefined && { id: `change-${place}` }),
    ...(change && { "data-change": change.is, style: inColour(writer), title: said }),
    ...(change?.is === "changed" && { "data-note": said }),
  };
  if (atoms.has(type)) {
    const Tag = type === "mention" ? "span" : "div";
    const Change = change?.is === "removed" ? "del" : change?.is === "added" ? "ins" : Tag;
    return (
      <Change className="passage-part" {...marks}>
        {said && <span className="sr-only">{said} </span>}
        {drawn}
      </Change>
    );
  }
  return isValidElement<Record<string, unknown>>(drawn) ? cloneElement(drawn, marks) : drawn;
}

interface PartProps {
  readonly node: MarkedNode;
  readonly drawn: ReactNode;
  readonly writer: WriterShown | undefined;
  readonly place: number | undefined;
  readonly words: Words;
}

function sayChange({ is }: Change, writer: WriterShown | undefined, words: Words): string {
  const name = writerName(writer, words);
  return words.t({ added: m.versions_added_by, removed: m.versions_removed_by, changed: m.versions_changed_by }[is], {
    name,
  });
}
