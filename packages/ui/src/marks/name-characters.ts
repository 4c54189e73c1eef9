const CJK = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
const WRITTEN = /[\p{L}\p{N}]/u;

/** What is cut into a stamp: a name's first character, 远 of 「远山户外」, Y of "yuanshan". 会, the house's own, where a name has none. */
export function stampCharacter(name: string): string {
  return capital([...name.normalize("NFC")].find((it) => WRITTEN.test(it)) ?? "会");
}

/** What stands for a face: 陈 of 陈雨泽, ZÓ of Zoë Ó Súilleabháin; "·" where a name has no character to show. */
export function faceCharacters(name: string): string {
  const words = name
    .normalize("NFC")
    .split(/[\s\-_.@·・]+/u)
    .map((word) => [...word].find((it) => WRITTEN.test(it)))
    .filter((it) => it !== undefined);
  const [first, second] = words;
  if (first === undefined) return "·";
  return CJK.test(first) || second === undefined || CJK.test(second)
    ? capital(first)
    : capital(first) + capital(second);
}

/** One capital, where it is one character: ß stays ß. */
function capital(character: string): string {
  const upper = character.toUpperCase();
  return [...upper].length === 1 ? upper : character;
}
