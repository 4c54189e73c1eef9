import { m } from "@guildhall/i18n/messages";
import type { listLeft, NamedLeft } from "@guildhall/people";
import {
  ButtonLink,
  Section,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  TextLink,
} from "@guildhall/ui";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { useWords, type Words } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { columnWords, oneWords, whyWords } from "./change-words.ts";

interface LeftTableProps {
  readonly left: Awaited<ReturnType<typeof listLeft>>;
  /** Where all of it is listed, when these are only the first. */
  readonly whole?: string | undefined;
}

/** What taking a change back left as it is, with the way there and the reason. */
export function LeftTable({ left: { rows: page, fields }, whole }: LeftTableProps) {
  const words = useWords();
  const { t } = words;
  const { slug } = useHall();
  if (page.rows.length === 0 && page.previous === null) return <p className="text-ink-2">{t(m.merge_left_none)}</p>;
  return (
    <Section title={t(m.merge_left)} description={t(m.merge_left_text)}>
      <Table label={t(m.merge_left)}>
        <TableHead>
          <TableColumn>{t(m.merge_left_what)}</TableColumn>
          <TableColumn>{t(m.merge_left_why)}</TableColumn>
        </TableHead>
        <TableBody>
          {page.rows.map((row) => (
            <TableRow key={`${row.subjectType}${row.subjectId}`}>
              <TableLead>
                <span className="grid py-s2">
                  <span>
                    {row.page ? (
                      <TextLink href={`/w/${slug}/${row.page.kind}/${row.page.id}`}>{row.name}</TextLink>
                    ) : (
                      (row.name ?? t(m.merge_left_unnamed))
                    )}
                  </span>
                  <span className="text-s text-ink-2">{t(oneWords[row.subjectType] ?? m.merge_left_unnamed)}</span>
                </span>
              </TableLead>
              <TableCell quiet>{whyIn(words, row, fields)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {whole === undefined ? (
        <CursorPager page={page} />
      ) : (
        page.next !== null && <ButtonLink href={whole}>{t(m.merge_left_all)}</ButtonLink>
      )}
    </Section>
  );
}

/** The reason, with the columns that were changed where they have names. */
function whyIn({ t, locale }: Words, { reason, columns }: NamedLeft, fields: Readonly<Record<string, string>>): string {
  const why = t(whyWords[reason]);
  const named = columns.flatMap((column) => {
    const message = columnWords[column];
    return message ? t(message) : (fields[column] ?? []);
  });
  if (named.length === 0) return why;
  const list = new Intl.ListFormat(locale, { type: "unit" }).format(named);
  return t(m.merge_why_columns, { why, columns: list });
}
