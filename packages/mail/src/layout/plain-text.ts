import type { Block } from "../templates/block.ts";

/** The blocks as plain text, a blank line between them. */
export function plainText(blocks: readonly Block[]): string {
  return blocks.map(plain).join("\n\n");
}

function plain(block: Block): string {
  switch (block.kind) {
    case "heading":
    case "paragraph":
    case "small":
      return block.text;
    case "button":
    case "link":
      return `${block.label}\n${block.url}`;
    case "code":
      return block.code;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "divider":
      return "————";
  }
}
