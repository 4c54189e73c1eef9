import type { Face, Faces } from "./fonts.ts";

export interface FontRun {
  readonly text: string;
  readonly font: string;
}

export type Voice = "words" | "title" | "code";

/**
 * Text in runs of one font each, so that every letter is there in the script that it is written in: Chinese characters
 * look as in Japan among kana, and marks that both scripts have (“ ” … —) are as wide as the letters beside them.
 */
export function fontRuns(text: string, faces: Faces, voice: Voice = "words"): FontRun[] {
  const letters = [...text];
  const order = orderFor(text, faces, voice);
  const runs: { text: string; font: string }[] = [];
  for (const [at, letter] of letters.entries()) {
    const last = runs.at(-1);
    const face = follows.test(letter) && last ? last.font : fontOf(letters, at, order, faces)?.family;
    const font = face ?? faces.chinese.family;
    const shown = face === undefined ? missing : letter;
    if (last?.font === font) last.text += shown;
    else runs.push({ text: shown, font });
  }
  return runs;
}

/** The geta: what a printer sets for a letter that is not in the case. */
const missing = "〓";

/** What only changes the letter before it, and white space. */
const follows = /^(?:\p{M}|\u200d|\ufe0e|\ufe0f|\p{Emoji_Modifier}|\s)$/u;
const kana = /[\u3041-\u30ff\uff66-\uff9d]/;
const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u;
/** Half as wide beside Latin letters as beside Chinese ones. */
const either = new Set("“”‘’…—·");

function orderFor(
  text: string,
  { latin, titles, mono, chinese, japanese, korean }: Faces,
  voice: Voice,
): readonly Face[] {
  const first = voice === "code" ? [mono] : voice === "title" ? titles : [];
  const eastern = kana.test(text) ? [japanese, chinese] : [chinese, japanese];
  return [...first, ...latin, ...eastern, korean];
}

function fontOf(letters: readonly string[], at: number, order: readonly Face[], faces: Faces): Face | undefined {
  const letter = letters[at] ?? " ";
  const code = letter.codePointAt(0) ?? 32;
  const beside = [letters[at - 1], letters[at + 1]];
  const wanted =
    either.has(letter) && beside.some((each) => each !== undefined && wide.test(each)) ? faces.chinese : null;
  if (wanted?.has(code)) return wanted;
  return (
    order.find(({ has }) => has(code)) ??
    faces.rarer.find(({ has }) => has(code)) ??
    (faces.emoji.has(code) ? faces.emoji : undefined)
  );
}
