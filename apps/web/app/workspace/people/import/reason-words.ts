import type { Message } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { CellProblem } from "@guildhall/people/schemas";
import type { Words } from "../../../shell/words.ts";

type Plain = Message<Record<never, never>>;

const plain: Readonly<Record<string, Plain>> = {
  "imports.no-identity": m.imports_c_no_identity,
  "imports.identity-erased": m.imports_c_identity_erased,
  "imports.people-full": m.imports_c_people_full,
  "imports.row-unwritable": m.imports_c_row_unwritable,
  "imports.email-malformed": m.imports_c_email,
  "imports.phone-malformed": m.imports_c_phone,
  "imports.phone-country-missing": m.imports_c_phone_country,
  "imports.handle-malformed": m.imports_c_handle,
  "imports.id-malformed": m.imports_c_id,
  "imports.name-malformed": m.imports_c_name,
  "imports.text-malformed": m.imports_c_text,
  "imports.text-too-long": m.imports_c_text_long,
  "imports.number-malformed": m.imports_c_number,
  "imports.money-malformed": m.imports_c_money,
  "imports.money-too-exact": m.imports_c_money_exact,
  "imports.date-malformed": m.imports_c_date,
  "imports.date-order-unknown": m.imports_c_date_order,
  "imports.date-without-year": m.imports_c_date_year,
  "imports.time-malformed": m.imports_c_time,
  "imports.boolean-malformed": m.imports_c_boolean,
  "imports.url-malformed": m.imports_c_url,
  "imports.list-too-long": m.imports_c_list,
  "imports.language-unknown": m.imports_c_language,
  "imports.time-zone-unknown": m.imports_c_time_zone,
  "imports.cell-error": m.imports_c_cell_error,
  "imports.cell-unreadable": m.imports_c_cell_unreadable,
  "imports.date-doubtful": m.imports_c_date_doubtful,
  "imports.number-doubtful": m.imports_c_number_doubtful,
  "imports.phone-guessed": m.imports_c_phone_guessed,
  "imports.row-short": m.imports_c_row_short,
  "imports.stage-unknown": m.imports_c_stage,
  "imports.owner-unknown": m.imports_c_owner,
  "imports.option-unknown": m.imports_c_option,
  "imports.options-too-many": m.imports_c_options_many,
  "imports.tag-too-long": m.imports_c_tag_long,
  "imports.title-without-company": m.imports_c_title_alone,
  "imports.id-taken": m.imports_c_id_taken,
  "imports.field-misfit": m.imports_c_misfit,
};

type Params = Readonly<Record<string, string | number>>;
type Placed = Message<{ line: string | number; column: string | number }>;

const placed: Readonly<Record<string, Placed>> = {
  "imports.quote-unclosed": m.imports_c_quote_unclosed,
  "imports.quote-stray": m.imports_c_quote_stray,
  "imports.row-long": m.imports_c_row_long,
  "imports.row-too-large": m.imports_c_row_too_large,
};

/** Why a row or a cell was refused, in words. */
export function sayReason({ t }: Pick<Words, "t">, code: string, params: Params = {}): string {
  if (code === "imports.conflict") {
    const { first, second } = params;
    return first && second
      ? t(m.imports_conflict_params, { first: String(first), second: String(second) })
      : t(m.imports_conflict);
  }
  const where = placed[code];
  if (where) return t(where, { line: params.line ?? "?", column: params.column ?? "?" });
  return t(plain[code] ?? m.imports_c_other);
}

/** A cell that was left out, with its column. */
export function sayProblem(
  words: Pick<Words, "t">,
  { column, code, written }: CellProblem,
  columns: readonly string[],
): string {
  const reason = sayReason(words, code);
  const said = words.t(m.imports_at_column, { column: columns[column] ?? String(column + 1), reason });
  return written === "" ? said : `${said} (${written.slice(0, 60)})`;
}
