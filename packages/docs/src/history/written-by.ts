import { elementNode, textNode } from "./document-nodes.ts";
import type { Hands } from "./hands.ts";
import type { MarkedNode } from "./marked-node.ts";
import type { Part, Run } from "./part.ts";
import { partOf } from "./reader.ts";

/** A document with who wrote its words, those that were moved included. */
export function writtenBy(parts: readonly Part[], hands: Hands): MarkedNode[] {
  return parts.flatMap((part) => {
    if (part.kind === "words") return part.runs.flatMap((run) => authored(run, hands));
    const by = hands.at(part.client, part.clock)?.author;
    return [{ ...elementNode(part, writtenBy(part.parts, hands)), ...(by !== undefined && { by }) }];
  });
}

/** Letters that one page put there may be of several authors, where it moved them. */
function authored(run: Run, hands: Hands): MarkedNode[] {
  const nodes: MarkedNode[] = [];
  for (let at = 0; at < run.text.length; ) {
    const hand = hands.at(run.client, run.clock + at);
    const to = hand ? Math.min(run.text.length, hand.to - run.clock) : run.text.length;
    const part = partOf(run, at, to);
    nodes.push({ ...textNode(part.text, part), ...(hand && { by: hand.author }) });
    at = to;
  }
  return nodes;
}
