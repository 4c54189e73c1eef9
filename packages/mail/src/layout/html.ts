type Piece = string | number | Html | readonly Html[];

/** Markup that is safe to send. Only `html` makes it, and it escapes whatever is not markup already. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** Writes markup; every value is escaped for text and for quoted attributes. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  const [first = "", ...rest] = parts;
  return new Html(rest.reduce((markup, part, place) => markup + written(pieces[place] ?? "") + part, first));
}

function written(piece: Piece): string {
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === "object") return piece.map((it) => it.markup).join("");
  return escaped(String(piece));
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? "");
}
