import type { House } from "../templates/house.ts";
import type { Accent } from "./accent.ts";
import type { Fonts } from "./fonts.ts";
import { type Html, html } from "./html.ts";

/** The house's seal, as a table cell that every reader shows: a name's first character, or 会 over 馆 for Guildhall. */
export function stamp(house: House, { fill, on }: Accent, fonts: Fonts): Html {
  const cut =
    house.kind === "guildhall"
      ? { characters: [..."会馆"], size: "17px", pad: "5px 8px" }
      : { characters: [stampCharacter(house.name)], size: "24px", pad: "0" };
  const lines = cut.characters.map((character) => html`<div>${character}</div>`);
  const square = cut.characters.length === 1 ? html`width:38px;height:38px;` : html``;
  return html`<table role="presentation" aria-hidden="true" class="stamp" cellpadding="0" cellspacing="0" border="0" style="border-collapse:separate;background:${fill};border-radius:4px;padding:3px;transform:rotate(-3deg);" bgcolor="${fill}"><tr>
<td class="stamp-face" align="center" valign="middle" lang="${house.kind === "guildhall" ? "zh-CN" : ""}" style="${square}padding:${cut.pad};border:1px solid ${on};border-radius:2px;color:${on};font-family:${fonts.title};font-size:${cut.size};font-weight:700;line-height:1.08;">${lines}</td>
</tr></table>`;
}

/** 远 of 「远山户外」, Y of "yuanshan"; 会, the house's own, where a name has no letter or digit. */
function stampCharacter(name: string): string {
  const first = [...name.normalize("NFC")].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? "会";
  const capital = first.toUpperCase();
  return [...capital].length === 1 ? capital : first;
}
