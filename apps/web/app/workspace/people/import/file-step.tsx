import { m } from "@guildhall/i18n/messages";
import { delimiters, encodings } from "@guildhall/people/schemas";
import {
  Button,
  ButtonLink,
  FormActions,
  Section,
  SelectField,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
} from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { FormSummary } from "../../../shell/form-summary.tsx";
import { useSchemaForm } from "../../../shell/use-schema-form.ts";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";
import { readingInput } from "./reading-input.ts";
import type { RunView } from "./run-view.ts";

const encodingNames = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16 LE",
  "utf-16be": "UTF-16 BE",
  gb18030: "GBK / GB18030",
  "windows-1252": "Windows-1252",
} as const;
const delimiterWords = {
  ",": m.imports_delimiter_comma,
  ";": m.imports_delimiter_semicolon,
  "\t": m.imports_delimiter_tab,
  "|": m.imports_delimiter_pipe,
} as const;

/** How the file is read, and its first rows read that way. */
export function FileStep({ run }: { readonly run: RunView }) {
  const { t } = useWords();
  const hall = useHall();
  const { form, errorsOf, fields, summary, pending } = useSchemaForm(readingInput);
  const { layout } = run;
  if (!layout) return null;
  return (
    <Stack gap={5}>
      <Section title={t(m.imports_reading_title)} description={t(m.imports_reading_text)}>
        <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate} className="grid gap-s4">
          <input type="hidden" name="act" value="read" />
          <FormSummary summary={summary} />
          <div
            className="grid gap-s4 sm:grid-cols-3"
            key={`${layout.encoding}${layout.delimiter}${layout.sheet}${layout.headerRow}`}
          >
            {layout.encoding && (
              <SelectField
                name={fields.encoding.name}
                label={t(m.imports_encoding)}
                defaultValue={layout.encoding}
                options={encodings.map((value) => ({ value, label: encodingNames[value] }))}
                error={errorsOf(fields.encoding)}
              />
            )}
            {layout.delimiter && (
              <SelectField
                name={fields.delimiter.name}
                label={t(m.imports_delimiter)}
                defaultValue={layout.delimiter}
                options={delimiters.map((value) => ({ value, label: t(delimiterWords[value]) }))}
                error={errorsOf(fields.delimiter)}
              />
            )}
            {layout.sheets.length > 0 && (
              <SelectField
                name={fields.sheet.name}
                label={t(m.imports_sheet)}
                defaultValue={String(layout.sheet ?? 0)}
                options={layout.sheets.map(({ name, hidden }, place) => ({
                  value: String(place),
                  label: hidden ? t(m.imports_sheet_hidden, { name }) : name,
                }))}
                error={errorsOf(fields.sheet)}
              />
            )}
            <SelectField
              name={fields.headerRow.name}
              label={t(m.imports_header_row)}
              defaultValue={String(layout.headerRow ?? 0)}
              options={headerRows(layout.headerRow).map((row) => ({
                value: String(row),
                label: row === 0 ? t(m.imports_header_none) : t(m.imports_header_at, { row }),
              }))}
              error={errorsOf(fields.headerRow)}
            />
          </div>
          <FormActions>
            <Button type="submit" pending={pending}>
              {t(m.imports_reread)}
            </Button>
            <ButtonLink look="primary" href={`/w/${hall.slug}/people/import/${run.id}?step=columns`}>
              {t(m.imports_go_on)}
            </ButtonLink>
          </FormActions>
        </Form>
      </Section>
      <Section title={t(m.imports_sample)}>
        <div className="overflow-x-auto">
          <Table label={t(m.imports_sample)} density="compact">
            <TableHead>
              <TableColumn>{t(m.imports_row)}</TableColumn>
              {layout.columns.map((name) => (
                <TableColumn key={name}>{name}</TableColumn>
              ))}
            </TableHead>
            <TableBody>
              {layout.sample.map(({ number, cells }) => (
                <TableRow key={number}>
                  <TableLead>{number}</TableLead>
                  {layout.columns.map((name, column) => (
                    <TableCell key={name} quiet>
                      <span className="block max-w-form truncate">{cells[column]}</span>
                    </TableCell>
                  ))}
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </div>
      </Section>
    </Stack>
  );
}

function headerRows(found: number | null): number[] {
  const rows = Array.from({ length: 11 }, (_, row) => row);
  return found !== null && found > 10 ? [...rows, found] : rows;
}
