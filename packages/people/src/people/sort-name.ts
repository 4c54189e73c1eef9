import { pinyin } from "pinyin-pro";

interface Names {
  readonly fullName: string;
  readonly familyName?: string | null;
  readonly givenName?: string | null;
}

const longest = 400;

/**
 * What lists sort a name by: lower case without accents, Chinese by its pinyin with the family name read as one
 * (单雄信 is shan, 曾国藩 zeng), the family name first where it is known. Other scripts stay as they are.
 */
export function sortName({ fullName, familyName, givenName }: Names): string {
  const inOrder = familyName ? `${familyName} ${givenName ?? ""}` : fullName;
  return inOrder
    .normalize("NFKC")
    .replaceAll(/\p{Script=Han}+/gu, (characters) => ` ${spell(characters)} `)
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .normalize("NFC")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, longest);
}

function spell(characters: string): string {
  return pinyin(characters, { toneType: "none", type: "array", v: true, surname: "head" }).join(" ");
}
