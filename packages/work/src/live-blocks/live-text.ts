import type { Locale } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import type { LiveAnswer, LiveShown, LiveWords } from "./live-block.ts";

/** A live block in words, for files: a title and a line for each thing it shows. */
export interface LiveText {
  readonly title: string;
  readonly lines: readonly string[];
}

/** What is written where the block stands; undefined where it is not for whoever takes the document along. */
export function liveText(answer: LiveAnswer, locale: Locale): LiveText | undefined {
  if (answer.is === "shown") return { title: answer.shown.title, lines: linesOf(answer.shown, locale) };
  if (answer.is === "closed") return undefined;
  const silences = {
    gone: m.live_blocks_gone,
    unclear: m.live_blocks_unclear,
    unknown: m.live_blocks_unknown,
    slow: m.live_blocks_slow,
    later: m.live_blocks_crowded,
    crowded: m.live_blocks_crowded,
  };
  return { title: silences[answer.is]({}, { locale }), lines: [] };
}

function linesOf(shown: LiveShown, locale: Locale): readonly string[] {
  if (shown.shape === "figure") return [`${shown.figure} ${shown.unit}`];
  if (shown.shape === "card")
    return shown.facts.map(({ label, text }) => m.live_blocks_fact({ label, text }, { locale }));
  return [
    shown.total,
    ...shown.rows.map(({ title, cells }) => [title, ...cells.map(textOf).filter(Boolean)].join(" · ")),
    ...(shown.rest === null ? [] : [shown.rest]),
  ];
}

const textOf = ({ text }: LiveWords) => text;
