/** How a person is called in full, by what a file gives of it. Chinese names stand family first, without a blank. */
export function fullNameOf(family: string | null, given: string | null): string | null {
  if (!family || !given) return family || given || null;
  return isEastAsian(family) && isEastAsian(given) ? family + given : `${given} ${family}`;
}

const isEastAsian = (name: string) =>
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}·]+$/u.test(name);

/** "Smith, John" as the two names it is made of; null for a name that is written in its own order. */
export function splitTurnedName(name: string): { family: string; given: string } | null {
  const [family = "", given = "", ...more] = name.split(/[,，]/).map((part) => part.trim());
  if (more.length > 0 || family === "" || given === "" || isTitle(given)) return null;
  return /[\p{L}]/u.test(given) && given.split(" ").length <= 3 && family.split(" ").length <= 4
    ? { family, given }
    : null;
}

const isTitle = (part: string) =>
  /^(?:jr|sr|junior|senior|i{2,3}|iv|ph\.? ?d|m\.?d|esq|dds|mba|cpa|rn|ba|ma|bsc|msc|llm|inc|ltd|llc|gmbh|co)\.?$/i.test(
    part,
  );
