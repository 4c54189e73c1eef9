/** A number as it was written, to the last digit: never a float. */
export type Decimal = { readonly negative: boolean; readonly whole: string; readonly fraction: string };

const MYRIADS: Readonly<Record<string, number>> = { 万: 4, 萬: 4, 亿: 8, 億: 8 };

/**
 * Reads a number that a person wrote: "1,250", "1 250.50", "1.234,56", "１２００", "￥3万". Undefined where it can be
 * read in two ways or not at all. A point alone is decimal; a comma alone groups, unless what follows cannot be a group.
 */
export function readDecimal(text: string): Decimal | undefined {
  const plain = text
    .normalize("NFKC")
    .replaceAll(/[\s'’_]|\p{Sc}/gu, "")
    .replaceAll("−", "-");
  const [, sign, figures = "", myriad] = /^([+-]?)([\d.,，]+)([万萬亿億]?)$/u.exec(plain) ?? [];
  const parts = split(figures.replaceAll("，", ","));
  if (!parts) return undefined;
  const { whole, fraction } = shift(parts, MYRIADS[myriad ?? ""] ?? 0);
  return { negative: sign === "-" && /[1-9]/.test(whole + fraction), whole, fraction };
}

/** The plain text of a decimal: what a machine reads and an input posts. */
export function writeDecimal({ negative, whole, fraction }: Decimal): string {
  return `${negative ? "-" : ""}${whole}${fraction ? `.${fraction}` : ""}`;
}

/** With its thousands apart, as both of our languages write them. */
export function groupDecimal(decimal: Decimal): string {
  return writeDecimal({ ...decimal, whole: decimal.whole.replaceAll(/\B(?=(\d{3})+$)/g, ",") });
}

type Parts = { readonly whole: string; readonly fraction: string };

function split(figures: string): Parts | undefined {
  const mark = decimalMark(figures);
  if (mark === undefined) return undefined;
  const at = mark === "" ? figures.length : figures.lastIndexOf(mark);
  const grouped = figures.slice(0, at);
  const fraction = figures.slice(at + 1);
  if (!/^\d*$/.test(fraction) || !isGrouped(grouped)) return undefined;
  const whole = grouped.replaceAll(/[.,]/g, "").replace(/^0+(?=\d)/, "");
  return whole === "" && fraction === "" ? undefined : { whole: whole || "0", fraction };
}

/** Which sign is the decimal one, "" for none; undefined where none of them can be. */
function decimalMark(figures: string): "." | "," | "" | undefined {
  const points = figures.split(".").length - 1;
  const commas = figures.split(",").length - 1;
  if (points > 0 && commas > 0) {
    const last = figures.lastIndexOf(".") > figures.lastIndexOf(",") ? "." : ",";
    return (last === "." ? points : commas) === 1 ? last : undefined;
  }
  if (points > 0) return points === 1 ? "." : "";
  if (commas === 1 && !isGrouped(figures)) return ",";
  return "";
}

function isGrouped(figures: string): boolean {
  return /^\d*$/.test(figures) || /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(figures);
}

function shift({ whole, fraction }: Parts, places: number): Parts {
  const moved = fraction.padEnd(places, "0");
  return {
    whole: (whole + moved.slice(0, places)).replace(/^0+(?=\d)/, ""),
    fraction: places > 0 ? moved.slice(places) : fraction,
  };
}
