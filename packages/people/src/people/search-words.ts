import { sortName } from "./sort-name.ts";

/**
 * How the name that lists sort by may begin for what somebody types: as it stands ("chen yu"), and Latin letters typed
 * without spaces as the pinyin of each character ("chenyu", "cheny"), since names sort by one syllable a character.
 */
export function namePrefixes(typed: string): readonly string[] {
  const plain = sortName({ fullName: typed });
  const compact = plain.replaceAll(/[\s']/g, "");
  const spelt = /^[a-z]{2,30}$/.test(compact) ? (syllablesOf(compact) ?? null) : null;
  return [...new Set([plain, ...(spelt ? [spelt.join(" ")] : [])])];
}

const syllable =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)/;
const beginning = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])$/;

/** The longest syllables first; the last one may only have begun. Null for what is no pinyin. */
function syllablesOf(text: string): string[] | null {
  if (text === "") return [];
  if (beginning.test(text)) return [text];
  const [longest] = syllable.exec(text) ?? [];
  for (let length = longest?.length ?? 0; length > 0; length--) {
    const head = text.slice(0, length);
    if (!new RegExp(`${syllable.source}$`).test(head)) continue;
    const rest = syllablesOf(text.slice(length));
    if (rest) return [head, ...rest];
  }
  return null;
}
