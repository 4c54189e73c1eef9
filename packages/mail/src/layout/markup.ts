import { invalid } from "@guildhall/core";
import type { Block } from "../templates/block.ts";
import type { Accent } from "./accent.ts";
import type { Fonts } from "./fonts.ts";
import { type Html, html } from "./html.ts";
import { palette } from "./palette.ts";

interface Dress {
  readonly fonts: Fonts;
  readonly accent: Accent;
}

const { ink, ink2, ink3, sunk, line } = palette.light;

/** The blocks as rows of a table, dressed inline since many readers drop style sheets. */
export function markup(blocks: readonly Block[], dress: Dress, gap = "20px"): readonly Html[] {
  return blocks.map((block) => html`<tr><td style="padding:0 0 ${gap};">${dressed(block, dress)}</td></tr>\n`);
}

function dressed(block: Block, { fonts, accent }: Dress): Html {
  switch (block.kind) {
    case "heading":
      return html`<h1 class="ink" style="margin:0;font-family:${fonts.title};font-size:27px;line-height:1.3;font-weight:600;color:${ink};">${block.text}</h1>`;
    case "paragraph":
      return html`<p class="ink" style="margin:0;color:${ink};">${lines(block.text)}</p>`;
    case "button":
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:4px 0 12px;"><tr><td class="accent" bgcolor="${accent.fill}" style="background:${accent.fill};border-radius:6px;"><a class="accent" href="${webAddress(block.url)}" style="display:inline-block;padding:12px 28px;border-radius:6px;background:${accent.fill};color:${accent.on};font-weight:600;text-decoration:none;">${block.label}</a></td></tr></table><p class="ink-3" style="margin:0;font-size:13px;line-height:1.5;color:${ink3};word-break:break-all;"><a class="ink-3" href="${webAddress(block.url)}" style="color:${ink3};text-decoration:none;">${block.url}</a></p>`;
    case "code":
      return html`<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td class="sunk ink" bgcolor="${sunk}" style="padding:12px 18px 12px 22px;background:${sunk};border-radius:6px;font-family:${fonts.mono};font-size:26px;line-height:1.3;letter-spacing:4px;color:${ink};">${block.code}</td></tr></table>`;
    case "list":
      return html`<ul class="ink" style="margin:0;padding:0 0 0 22px;color:${ink};">${block.items.map((item) => html`<li style="padding:0 0 6px;">${item}</li>`)}</ul>`;
    case "divider":
      return html`<hr class="rule" style="margin:0;border:0;border-top:1px solid ${line};">`;
    case "small":
      return html`<p class="ink-3" style="margin:0;font-size:13px;color:${ink3};">${lines(block.text)}</p>`;
    case "link":
      return html`<p style="margin:0;font-size:13px;"><a class="ink-2" href="${webAddress(block.url)}" style="color:${ink2};text-decoration:underline;">${block.label}</a></p>`;
  }
}

function lines(text: string): readonly Html[] {
  return text.split("\n").map((part, place) => (place === 0 ? html`${part}` : html`<br>${part}`));
}

/** A block may have been made without a schema; what a click opens is a page of the web, whatever it says. */
function webAddress(url: string): string {
  if (!/^https?:\/\//i.test(url)) throw invalid("mail.link-malformed");
  return url;
}
