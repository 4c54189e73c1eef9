import type { Block } from "../templates/block.ts";
import type { Occasion } from "../templates/occasion.ts";
import { footer } from "./footer.ts";
import { page } from "./page.ts";
import { plainText } from "./plain-text.ts";

interface Letter {
  readonly subject: string;
  readonly preview: string;
  readonly body: readonly Block[];
}

/** A letter on the house's paper, twice from the same blocks, so that neither can say what the other does not. */
export function layOut(letter: Letter, occasion: Occasion): { html: string; text: string } {
  const foot = footer(occasion);
  return {
    html: page({ ...letter, foot }, occasion),
    text: `${occasion.house.name}\n\n${plainText(letter.body)}\n\n-- \n${plainText(foot)}\n`,
  };
}
