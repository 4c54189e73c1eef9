/** What is wrong with a Chinese text's typography, if anything. */
export function chineseFault(text: string): string | undefined {
  if (/\p{Script=Han}\s*[,.;:!?](?=\s*\p{Script=Han}|\s*$)/u.test(text))
    return "half-width punctuation after Han: use ，。；：！？";
  if (/<(?:i|em)\b|(?<![*\w])\*[^*\s][^*]*\*(?!\*)|(?<![\w_])_[^_\s][^_]*_(?![\w_])/i.test(text)) {
    return "italics: Chinese has none, use bold or quotes「」";
  }
  return;
}
