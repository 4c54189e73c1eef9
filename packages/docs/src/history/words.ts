import { diffArrays } from "diff";

/** Stretches of two texts, one after the other: both have it, or one alone. */
export interface Stretch {
  readonly is: "same" | "removed" | "added";
  readonly text: string;
}

/** Beyond so many words that come and go, one text is taken to stand in the other's place. */
const mostEdits = 4_000;

// Of the languages that need a dictionary, ICU takes whichever the letters are of.
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

/** The words of a text and what stands between them, all of it in order; Chinese and Japanese by dictionary. */
export function wordsIn(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** How one text became another, word by word. */
export function compareWords(before: string, after: string): Stretch[] {
  if (before === after) return before === "" ? [] : [{ is: "same", text: before }];
  const found = diffArrays(wordsIn(before), wordsIn(after), { maxEditLength: mostEdits });
  if (!found)
    return stretchesOf([
      ["removed", before],
      ["added", after],
    ]);
  return stretchesOf(
    found.map(({ added, removed, value }) => [added ? "added" : removed ? "removed" : "same", value.join("")]),
  );
}

function stretchesOf(pairs: readonly (readonly [Stretch["is"], string])[]): Stretch[] {
  return pairs.filter(([, text]) => text !== "").map(([is, text]) => ({ is, text }));
}

/**
 * The same for a reader: between what went and what came, a lone space or comma that stayed is no rest for the eye, and
 * goes and comes with them.
 */
export function calm(stretches: readonly Stretch[]): Stretch[] {
  const calmed: Stretch[] = [];
  let [gone, come] = ["", ""];
  const flush = () => {
    if (gone !== "") calmed.push({ is: "removed", text: gone });
    if (come !== "") calmed.push({ is: "added", text: come });
    [gone, come] = ["", ""];
  };
  stretches.forEach(({ is, text }, at) => {
    if (is === "removed") gone += text;
    else if (is === "added") come += text;
    else if (isRestless(text) && gone !== "" && come !== "" && isSwap(stretches.slice(at + 1, at + 3))) {
      gone += text;
      come += text;
    } else {
      flush();
      calmed.push({ is, text });
    }
  });
  flush();
  return calmed;
}

const isRestless = (text: string) => text.length <= 2 && !/[\p{L}\p{N}]/u.test(text);
const isSwap = ([one, other]: readonly Stretch[]) =>
  one !== undefined && other !== undefined && one.is !== "same" && other.is !== "same";
