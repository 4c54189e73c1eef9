import { m } from "@guildhall/i18n/messages";
import { Table, TableBody, TableHead, TableRow } from "../tables/table.tsx";
import { TableCell, TableColumn, TableLead } from "../tables/table-cell.tsx";
import { useKitWords } from "../words/use-kit-words.ts";
import type { Series } from "./series.ts";

type ChartTableProps = {
  readonly title: string;
  readonly labelTitle: string;
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly say: (value: number) => string;
};

/** The same figures in rows, for those who do not see the drawing or want them exactly. */
export function ChartTable({ title, labelTitle, labels, series, say }: ChartTableProps) {
  const { t } = useKitWords();
  return (
    <details className="min-w-0 text-s">
      <summary className="inline-flex min-h-target cursor-pointer items-center rounded-r1 text-xs text-ink-2 hover:text-ink">
        {t(m.ui_chart_table)}
      </summary>
      <Table label={title} density="compact">
        <TableHead>
          <TableColumn>{labelTitle}</TableColumn>
          {series.map(({ name }) => (
            <TableColumn key={name} align="end">
              {name}
            </TableColumn>
          ))}
        </TableHead>
        <TableBody>
          {labels.map((label, at) => (
            <TableRow key={label}>
              <TableLead>{label}</TableLead>
              {series.map(({ name, values }) => (
                <TableCell key={name} align="end">
                  {written(values[at], say)}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </details>
  );
}

function written(value: number | null | undefined, say: (value: number) => string): string {
  return value === null || value === undefined ? "–" : say(value);
}
