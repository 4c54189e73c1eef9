import type { Block } from "../templates/block.ts";
import type { Occasion } from "../templates/occasion.ts";
import { accentFor } from "./accent.ts";
import { fontsOf } from "./fonts.ts";
import { html } from "./html.ts";
import { markup } from "./markup.ts";
import { nightSheet } from "./night-sheet.ts";
import { palette } from "./palette.ts";
import { stamp } from "./stamp.ts";

interface Letter {
  readonly subject: string;
  readonly preview: string;
  readonly body: readonly Block[];
  readonly foot: readonly Block[];
}

/** The whole HTML of a mail: stamp and name, hairline, letter, hairline, small print; 560 px of paper at most. */
export function page({ subject, preview, body, foot }: Letter, { locale, house }: Occasion): string {
  const { paper, line, ink } = palette.light;
  const fonts = fontsOf[locale];
  const dress = { fonts, accent: accentFor(house.accent, "light") };
  const rule = html`border-top:1px solid ${line};`;
  return html`<!doctype html>
<html lang="${locale}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<meta name="x-apple-disable-message-reformatting">
<title>${subject}</title>
<style>${nightSheet(house.accent)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${paper};">
<div class="preview" style="display:none;max-height:0;overflow:hidden;mso-hide:all;">${preview}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="${paper}" style="background:${paper};">
<tr><td align="center" style="padding:36px 22px 44px;">
<!--[if mso]><table role="presentation" width="560"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:left;font-family:${fonts.ui};font-size:16px;line-height:${fonts.lineHeight};color:${ink};">
<tr><td style="padding:0 0 20px;"><table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr>
<td valign="middle">${stamp(house, dress.accent, fonts)}</td>
<td class="ink" valign="middle" style="padding:0 0 0 14px;font-family:${fonts.title};font-size:18px;line-height:1.35;font-weight:600;color:${ink};">${house.name}</td>
</tr></table></td></tr>
<tr><td class="rule" style="padding:32px 0 12px;${rule}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="font-family:${fonts.ui};font-size:16px;line-height:${fonts.lineHeight};">
${markup(body, dress)}</table></td></tr>
<tr><td class="rule" style="padding:18px 0 0;${rule}"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="font-family:${fonts.ui};line-height:${fonts.lineHeight};">
${markup(foot, dress, "6px")}</table></td></tr>
</table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr>
</table>
</body>
</html>
`.markup;
}
