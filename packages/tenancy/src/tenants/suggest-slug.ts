import { pinyin } from "pinyin-pro";
import { slugSchema } from "./tenant.ts";

const longest = 48;
/** Letters that decomposing leaves as they are. */
const folded: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  þ: "th",
  ı: "i",
  "&": " and ",
};

/** An address for a company by its name, Chinese ones by their pinyin; null for a name that has no letters we can spell. */
export function suggestSlug(name: string): string | null {
  const plain = name
    .normalize("NFKC")
    .slice(0, 200)
    .replaceAll(/\p{Script=Han}+/gu, (characters) => ` ${spellHan(characters)} `)
    .toLowerCase()
    .replaceAll(/[ßæœøđðłþı&]/g, (letter) => folded[letter] ?? "")
    .normalize("NFD")
    .replaceAll(/[\p{M}'’]/gu, "");
  const slug = shortened(plain.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, ""), longest);
  return slug.length >= 3 ? slug : null;
}

/** That slug and others like it, in the order in which they are tried. */
export function slugsLike(slug: string): string[] {
  const others = [2, 3, 4, 5, 6, 7, 8, 9].map((n) => `${shortened(slug, longest - 2)}-${n}`);
  return [slug, ...others, `${shortened(slug, longest - 5)}-hall`].filter((each) => slugSchema.safeParse(each).success);
}

function spellHan(characters: string): string {
  return pinyin(characters, { toneType: "none", type: "array", nonZh: "removed", v: true }).join("");
}

/** Cut between words where that leaves most of it. */
function shortened(slug: string, most: number): string {
  if (slug.length <= most) return slug;
  const cut = slug.slice(0, most);
  const between = slug[most] === "-" ? most : cut.lastIndexOf("-");
  return (between > most / 2 ? cut.slice(0, between) : cut).replace(/-+$/, "");
}
