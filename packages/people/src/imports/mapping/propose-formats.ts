import { detectDateOrder } from "../values/date-values.ts";
import { digitsOf, takeCurrency } from "../values/money.ts";
import { detectDecimalMark } from "../values/number.ts";
import { parsePhone } from "../values/phone.ts";
import type { Preset } from "./preset.ts";
import type { ProposedColumn, RememberedMapping } from "./proposal.ts";
import type { Candidate, ColumnSample } from "./propose-target.ts";
import type { ColumnMapping, DateOrder, DecimalMark, Target } from "./target.ts";

interface Context {
  readonly preset: Preset | null;
  readonly defaultCountry: string | null;
  /** A column that tells it row by row. */
  readonly countryColumn: number | null;
  readonly currency: string;
  readonly remembered: RememberedMapping | undefined;
}

/** How a column's cells are read, and what its sample leaves open. */
export interface ProposedFormat {
  readonly format: Partial<Pick<ColumnMapping, "dateOrder" | "decimalMark" | "currency">>;
  readonly doubt: ProposedColumn["doubt"];
}

/** What a column does not show, another of the file may, since one program wrote both. */
export function proposeFormats(
  samples: readonly ColumnSample[],
  candidates: readonly Candidate[],
  context: Context,
): ProposedFormat[] {
  const uses = candidates.map(({ target }) => useOf(target));
  const dates = samples.map(({ filled }, at) => (uses[at] === "date" ? detectDateOrder(filled) : null));
  const marks = samples.map(({ filled }, at) => (isAmount(uses[at]) ? detectDecimalMark(filled) : null));
  const order = dates.find((each) => each && !each.isDoubtful && each.order !== null && each.order !== "ymd")?.order;
  const mark = marks.find((each) => each && !each.isDoubtful && each.mark !== null)?.mark;
  return samples.map((sample, at) => {
    const known = context.remembered?.[sample.key];
    if (uses[at] === "date") return formatDates(dates[at] ?? null, known?.dateOrder ?? order ?? null, context);
    if (candidates[at]?.target.to === "phone") return { format: {}, doubt: doubtOfPhones(sample, context) };
    if (!isAmount(uses[at])) return { format: {}, doubt: null };
    const amount = formatNumbers(marks[at] ?? null, known?.decimalMark ?? mark ?? null, context);
    if (uses[at] !== "money") return amount;
    const currency = known?.currency ?? currencyIn(sample, context);
    // Three digits behind the only mark leave no doubt where the currency has no thousandths.
    const isSure = amount.doubt !== null && digitsOf(currency ?? context.currency) < 3;
    const sure = isSure ? { format: {}, doubt: null } : amount;
    return currency === null ? sure : { ...sure, format: { ...sure.format, currency } };
  });
}

/** Numbers that name no country, where nothing else tells it either: they would all be left out. */
function doubtOfPhones({ filled }: ColumnSample, { defaultCountry, countryColumn }: Context): ProposedFormat["doubt"] {
  if (defaultCountry !== null || countryColumn !== null) return null;
  const lacks = (cell: string) => {
    const read = parsePhone(cell, null);
    return "code" in read && read.code === "imports.phone-country-missing";
  };
  const looked = filled.slice(0, 200);
  return looked.filter(lacks).length > looked.length / 20 ? "imports.phone-country-missing" : null;
}

type Use = "date" | "number" | "money" | null;

const isAmount = (use: Use | undefined) => use === "number" || use === "money";

function useOf(target: Target): Use {
  if (target.to === "since" || target.to === "email-consent" || target.to === "email-consent-ended") return "date";
  if (target.to === "sms-consent") return "date";
  if (target.to !== "field" && target.to !== "new-field") return null;
  if (target.type === "date" || target.type === "date-time") return "date";
  return target.type === "number" || target.type === "money" ? target.type : null;
}

function formatDates(
  detected: { order: DateOrder | null; isDoubtful: boolean } | null,
  elsewhere: DateOrder | null,
  { preset, defaultCountry }: Context,
): ProposedFormat {
  if (detected?.order && !detected.isDoubtful) return { format: { dateOrder: detected.order }, doubt: null };
  if (!detected?.isDoubtful) return { format: {}, doubt: null };
  if (elsewhere) return { format: { dateOrder: elsewhere }, doubt: null };
  const usual = detected.order ?? preset?.dateOrder ?? orderIn(defaultCountry);
  const format = usual === null || usual === "ymd" ? {} : { dateOrder: usual };
  return { format, doubt: "imports.date-doubtful" };
}

/** The month stands first where English is American. */
function orderIn(country: string | null): DateOrder | null {
  if (country === null) return null;
  return ["US", "PR", "PH", "FM", "PW", "MH"].includes(country) ? "mdy" : "dmy";
}

function formatNumbers(
  detected: { mark: DecimalMark | null; isDoubtful: boolean } | null,
  elsewhere: DecimalMark | null,
  { preset, defaultCountry }: Context,
): ProposedFormat {
  if (detected?.mark) return { format: { decimalMark: detected.mark }, doubt: null };
  if (elsewhere) return { format: { decimalMark: elsewhere }, doubt: null };
  if (!detected?.isDoubtful) return { format: {}, doubt: null };
  const usual = preset?.decimalMark ?? markIn(defaultCountry);
  return { format: usual ? { decimalMark: usual } : {}, doubt: "imports.number-doubtful" };
}

function markIn(country: string | null): DecimalMark | null {
  if (country === null) return null;
  const text = new Intl.NumberFormat(new Intl.Locale(`und-${country}`).maximize().toString()).format(1.5);
  return text.includes(",") ? "," : ".";
}

/** The currency that a column's name or its first amounts name. */
function currencyIn({ name, filled }: ColumnSample, { currency }: Context): string | null {
  const code =
    /(?<![A-Z])(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|TWD|CHF|CAD|AUD|NZD|SGD|INR|KRW|SEK|NOK|DKK|PLN)(?![A-Z])/.exec(
      name,
    )?.[0];
  if (code) return code === "RMB" ? "CNY" : code;
  const signed = /[$€£¥￥元₹₩]/.test(name) ? takeCurrency(name.replaceAll(/[A-Za-z]/g, ""), currency).named : null;
  if (signed) return signed;
  for (const cell of filled.slice(0, 20)) {
    const { named } = takeCurrency(cell, currency);
    if (named) return named;
  }
  return null;
}
