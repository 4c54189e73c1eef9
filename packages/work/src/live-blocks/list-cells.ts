import type { Locale } from "@guildhall/core";
import { fieldOfColumn } from "@guildhall/core/grid";
import { formatDate } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import {
  type FieldValue,
  fieldIdSchema,
  formatFieldValue,
  type GridColumn,
  type PersonRow,
} from "@guildhall/people/schemas";
import type { LiveWords } from "./live-block.ts";
import { stageIn } from "./stage-in.ts";

interface Reader {
  readonly locale: Locale;
  readonly zone: string;
}

/** What a column is called. */
export function headingOf({ id, name }: GridColumn, locale: Locale): string {
  return name ?? (headings[id] ?? m.grid_column_gone)({}, { locale });
}

/** What stands beside a person's name, column by column. */
export function cellsOf(row: PersonRow, columns: readonly GridColumn[], reader: Reader): readonly LiveWords[] {
  return columns.map((column) => {
    const fieldId = fieldIdSchema.nullable().parse(fieldOfColumn(column.id));
    if (fieldId !== null) return { text: fieldText(column, row.fields[fieldId], row, reader) };
    return own[column.id]?.(row, reader) ?? { text: "" };
  });
}

function fieldText(
  { type, options, settings }: GridColumn,
  value: FieldValue | undefined,
  { records }: PersonRow,
  { locale, zone }: Reader,
): string {
  if (value === undefined || type === null) return "";
  const named = (options ?? []).map(({ id, name, tone }) => ({ id, name: name ?? id, tone }));
  const names = new Map(Object.entries(records));
  return formatFieldValue({ type, options: named, settings }, value, { locale, zone, names });
}

const words = (text: string | null | undefined): LiveWords => ({ text: text ?? "" });
const day = (at: Date | null, { locale, zone }: Reader) => words(at && formatDate(at, { locale, timeZone: zone }));

const own: Readonly<Record<string, (row: PersonRow, reader: Reader) => LiveWords>> = {
  email: ({ email }) => words(email),
  phone: ({ phone }) => words(phone),
  company: ({ company }) => ({ ...words(company?.name), path: company && `companies/${company.id}` }),
  jobTitle: ({ jobTitle }) => words(jobTitle),
  stage: ({ stage }, { locale }) => (stage ? stageIn(stage, locale) : words(null)),
  tags: ({ tags }, { locale }) => words(tags.map(({ name }) => name).join(locale === "zh-CN" ? "、" : ", ")),
  owner: ({ owner }) => ({ ...words(owner?.name), path: owner && `people/${owner.id}` }),
  timeZone: ({ timeZone }) => words(timeZone),
  language: ({ locale: language }, { locale }) =>
    words(language && (language === "en" ? m.grid_language_en : m.grid_language_zh)({}, { locale })),
  member: ({ member }, { locale }) => words((member ? m.staff_yes : m.staff_no)({}, { locale })),
  createdAt: ({ createdAt }, reader) => day(createdAt, reader),
  updatedAt: ({ updatedAt }, reader) => day(updatedAt, reader),
  lastActivityAt: ({ lastActivityAt }, reader) => day(lastActivityAt, reader),
};

const headings: Readonly<Record<string, typeof m.grid_col_email>> = {
  email: m.grid_col_email,
  phone: m.grid_col_phone,
  company: m.grid_col_company,
  jobTitle: m.grid_col_job_title,
  stage: m.grid_col_stage,
  tags: m.grid_col_tags,
  owner: m.grid_col_owner,
  timeZone: m.grid_col_time_zone,
  language: m.grid_col_language,
  member: m.grid_col_member,
  createdAt: m.grid_col_created,
  updatedAt: m.grid_col_updated,
  lastActivityAt: m.grid_col_heard,
};
