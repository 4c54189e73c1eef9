import { m } from "@guildhall/i18n/messages";
import { Button, Row, Table, TableBody, TableCell, TableColumn, TableHead, TableLead, TableRow } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";

interface FailedRow {
  readonly key: string;
  readonly cells: readonly [string, string];
  readonly error: string | null;
  /** What the form says it is about. */
  readonly fields: Readonly<Record<string, string>>;
  /** It can only be tried again: letting it go is not the operator's to decide. */
  readonly retryOnly?: boolean;
}

interface FailedTableProps {
  readonly label: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly FailedRow[];
}

/** What failed, each with its error and two ways on. */
export function FailedTable({ label, columns, rows }: FailedTableProps) {
  const { t } = useWords();
  return (
    <Table label={label}>
      <TableHead>
        <TableColumn>{columns[0]}</TableColumn>
        <TableColumn>{columns[1]}</TableColumn>
        <TableColumn>{t(m.console_error)}</TableColumn>
        <TableColumn>{t(m.console_acts)}</TableColumn>
      </TableHead>
      <TableBody>
        {rows.map(({ key, cells, error, fields, retryOnly = false }) => (
          <TableRow key={key}>
            <TableLead>{cells[0]}</TableLead>
            <TableCell quiet>{cells[1]}</TableCell>
            <TableCell quiet>{error?.split("\n")[0]}</TableCell>
            <TableCell>
              <Form method="post">
                {Object.entries(fields).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <Row gap={1}>
                  <Button type="submit" size="s" name="act" value="retry">
                    {t(m.console_retry)}
                  </Button>
                  {!retryOnly && (
                    <Button type="submit" size="s" look="quiet" name="act" value="dismiss">
                      {t(m.console_dismiss)}
                    </Button>
                  )}
                </Row>
              </Form>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
