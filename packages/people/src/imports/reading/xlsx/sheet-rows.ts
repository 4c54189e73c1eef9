import { limits } from "../limits.ts";
import type { BrokenRow, CellKind, Row } from "../table.ts";
import { numberText, serialText, unescapeText } from "./cell-text.ts";
import type { XmlHandlers } from "./read-xml.ts";
import { readXml } from "./read-xml.ts";
import type { SharedStrings } from "./shared-strings.ts";
import { meaningOfStyle, type NumberMeaning } from "./styles.ts";

export interface SheetContext {
  readonly strings: SharedStrings | null;
  readonly styles: readonly NumberMeaning[];
  readonly system: 1900 | 1904;
}

/** A sheet's rows as they come, each as wide as its last cell. Hidden rows are rows. */
export async function* readSheetRows(
  bytes: AsyncIterable<Uint8Array>,
  context: SheetContext,
): AsyncGenerator<Row | BrokenRow, void, undefined> {
  const gathering = new SheetReader(context);
  for await (const _ of readXml(bytes, gathering)) yield* gathering.take();
}

type Attributes = Readonly<Record<string, string>>;

class SheetReader implements XmlHandlers {
  readonly #context: SheetContext;
  #ready: (Row | BrokenRow)[] = [];
  #number = 0;
  #cells: string[] = [];
  #kinds: CellKind[] = [];
  #size = 0;
  /** The first column that is too large, or lies past the last there may be. */
  #tooLarge: number | null = null;
  #column = -1;
  #type = "n";
  #style: string | undefined;
  #value = "";
  #collecting = false;
  #inReading = false;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  take(): (Row | BrokenRow)[] {
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "v" || (name === "t" && !this.#inReading)) this.#collecting = true;
    else if (name === "rPh") this.#inReading = true;
  }

  text(text: string): void {
    if (!this.#collecting) return;
    if (this.#value.length + text.length > limits.cell) this.#tooLarge ??= this.#column;
    else this.#value += text;
  }

  close(name: string): void {
    if (name === "v" || name === "t") this.#collecting = false;
    else if (name === "rPh") this.#inReading = false;
    else if (name === "c") this.#closeCell();
    else if (name === "row") this.#closeRow();
  }

  #openRow({ r: reference }: Attributes): void {
    const said = Number(reference);
    this.#number = Number.isSafeInteger(said) && said > this.#number && said < 1e9 ? said : this.#number + 1;
    this.#cells = [];
    this.#kinds = [];
    this.#size = 0;
    this.#tooLarge = null;
    this.#column = -1;
  }

  #openCell({ r: reference, t: type = "n", s: style }: Attributes): void {
    this.#column = (reference === undefined ? null : columnOf(reference)) ?? this.#column + 1;
    this.#type = type;
    this.#style = style;
    this.#value = "";
  }

  #closeCell(): void {
    const cell = this.#value === "" ? null : this.#read();
    if (!cell || cell.text === "") return;
    if (this.#column >= limits.columns || this.#size + cell.text.length > limits.row) {
      this.#tooLarge ??= Math.min(this.#column, limits.columns);
      return;
    }
    while (this.#cells.length < this.#column) {
      this.#cells.push("");
      this.#kinds.push("text");
    }
    this.#size += cell.text.length;
    this.#cells[this.#column] = cell.text;
    this.#kinds[this.#column] = cell.kind;
  }

  #read(): { text: string; kind: CellKind } {
    const value = this.#value;
    switch (this.#type) {
      case "s": {
        const text = this.#context.strings?.at(Number(value)) ?? null;
        if (text === null) this.#tooLarge ??= this.#column;
        return { text: text ?? "", kind: "text" };
      }
      case "b":
        return { text: value === "1" || value === "true" ? "TRUE" : "FALSE", kind: "boolean" };
      case "e":
        return { text: value, kind: "error" };
      case "d":
        return { text: value, kind: value.includes("T") ? "date-time" : "date" };
      case "n":
        return this.#numeral(value);
      default:
        return { text: unescapeText(value), kind: "text" };
    }
  }

  #numeral(value: string): { text: string; kind: CellKind } {
    const meaning = meaningOfStyle(this.#context.styles, this.#style);
    if (meaning.kind !== "number") {
      const text = serialText(Number(value), meaning.kind, this.#context.system);
      if (text !== null) return { text, kind: meaning.kind === "time" ? "text" : meaning.kind };
    }
    const text = numberText(value);
    if (text === null) return { text: unescapeText(value), kind: "text" };
    const digits = meaning.kind === "number" ? meaning.digits : 0;
    return { text: /^\d+$/.test(text) ? text.padStart(digits, "0") : text, kind: "number" };
  }

  #closeRow(): void {
    const number = this.#number;
    if (this.#tooLarge === null) {
      this.#ready.push({ kind: "row", number, line: number, cells: this.#cells, kinds: this.#kinds });
      return;
    }
    const excerpt = this.#cells.join(" ").slice(0, 500);
    const code = "imports.row-too-large";
    this.#ready.push({ kind: "broken", number, line: number, column: this.#tooLarge, code, excerpt });
  }
}

/** The column of "BC12", counted from 0; null if it names none. */
function columnOf(reference: string): number | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length && at < 4; at++) {
    const letter = reference.charCodeAt(at) & ~0x20;
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
  }
  return column === 0 ? null : column - 1;
}
