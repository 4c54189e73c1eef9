import type { ReactNode } from "react";

/** One of many: a person, a time zone, a tag. */
export type Choice = {
  readonly value: string;
  readonly label: string;
  /** A face or a stamp. */
  readonly mark?: ReactNode;
  /** A quiet word at the end: an address, a count. */
  readonly hint?: string | undefined;
  /** What it is also found by: pinyin, a nickname. */
  readonly keywords?: string | undefined;
  readonly disabled?: boolean | undefined;
};

type Findable = Pick<Choice, "label" | "hint" | "keywords">;

/** Those in which every word of the query is found; where it begins the name comes first. Case, accents and width aside. */
export function matchChoices<Kind extends Findable>(choices: readonly Kind[], query: string): readonly Kind[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return choices;
  return choices
    .flatMap((choice, place) => {
      const name = fold(choice.label);
      const whole = `${name} ${fold(choice.hint ?? "")} ${fold(choice.keywords ?? "")}`;
      if (!words.every((word) => whole.includes(word))) return [];
      return [{ choice, place, rank: rank(name, words) }];
    })
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ choice }) => choice);
}

/** 0 where the name begins so, 1 where one of its words does, 2 where it is within, 3 where only its hints have it. */
function rank(name: string, words: readonly string[]): number {
  const [first = ""] = words;
  if (name.startsWith(first)) return 0;
  if (name.split(/[\s\-/·]+/).some((part) => part.startsWith(first))) return 1;
  return words.every((word) => name.includes(word)) ? 2 : 3;
}

function fold(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase("en");
}
