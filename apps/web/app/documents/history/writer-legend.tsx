import type { MarkedNode } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { useWords } from "../../shell/words.ts";
import { inColour } from "./in-colour.ts";
import type { WriterShown } from "./load-history.ts";
import { WriterFace } from "./writer-face.tsx";
import { writerName } from "./writer-name.ts";

interface WriterLegendProps {
  readonly node: MarkedNode;
  readonly writers: readonly WriterShown[];
  /** Whether each has a line of their own under their words. */
  readonly lines: boolean;
}

/** Whose words are shown, each as they are marked in the text. */
export function WriterLegend({ node, writers, lines }: WriterLegendProps) {
  const words = useWords();
  const seen = new Set<number>();
  note(node, seen);
  const those = writers.filter(({ nth }) => seen.has(nth));
  if (those.length === 0) return null;
  return (
    <ul aria-label={words.t(m.versions_writers)} className="flex flex-wrap gap-x-s4 gap-y-s1 text-s">
      {those.map((writer) => (
        <li key={writer.nth} className="flex items-center gap-s1">
          <WriterFace writer={writer} />
          <span {...(lines && { className: "passage", "data-line": writer.nth % 4 })} style={inColour(writer)}>
            {writerName(writer, words)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function note({ change, by, text, content = [] }: MarkedNode, seen: Set<number>): void {
  const nth = change ? change.by : text === undefined ? undefined : by;
  if (typeof nth === "number") seen.add(nth);
  for (const child of content) note(child, seen);
}
