import type { UnknownParts } from "./unknown-parts.ts";

export type Holds = (parent: string, own: readonly string[], count?: "+" | "*") => string;

/** What a node holds: its own, and what of the unknown was found in it. */
export function contentWith(unknown: UnknownParts): Holds {
  return (parent, own, count = "+") => {
    const found = unknown.nodes.filter(({ within }) => within.includes(parent)).map(({ name }) => name);
    if (own.length === 0) return found.map((name) => `${name}* `).join("");
    return `(${[...own, ...found].join(" | ")})${count}`;
  };
}
