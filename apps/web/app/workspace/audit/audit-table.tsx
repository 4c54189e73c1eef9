import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import {
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  TextLink,
  Time,
} from "@guildhall/ui";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { actionWords } from "./audit-words.ts";
import { ChangeValues } from "./change-values.tsx";

interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly changeSetId: string | null;
}

/** Changes, newest first: what, to whom, by whom, and the values before and after. */
export function AuditTable({ page }: { readonly page: PageOf<Entry> }) {
  const { t, locale } = useWords();
  const hall = useHall();
  const say = (action: string) => {
    const message = actionWords[action];
    return message ? t(message) : action;
  };
  return (
    <>
      <Table slips tall label={t(m.audit_title)}>
        <TableHead>
          <TableColumn>{t(m.audit_what)}</TableColumn>
          <TableColumn>{t(m.audit_who)}</TableColumn>
          <TableColumn>{t(m.audit_change)}</TableColumn>
          <TableColumn align="end">{t(m.audit_when)}</TableColumn>
        </TableHead>
        <TableBody>
          {page.rows.map((entry) => (
            <TableRow key={entry.id}>
              <TableLead>
                <span className="grid">
                  <span>
                    {entry.changeSetId ? (
                      <TextLink href={`/w/${hall.slug}/changes/${entry.changeSetId}`}>{say(entry.action)}</TextLink>
                    ) : (
                      say(entry.action)
                    )}
                  </span>
                  {entry.subjectName && entry.subjectType === "person" && (
                    <span className="text-ink-2">
                      <TextLink href={`/w/${hall.slug}/people/${entry.subjectId}`}>{entry.subjectName}</TextLink>
                    </span>
                  )}
                </span>
              </TableLead>
              <TableCell label={t(m.audit_who)} quiet>
                {entry.actorName ?? t(m.audit_system)}
              </TableCell>
              <TableCell label={t(m.audit_change)} quiet>
                <ChangeValues before={entry.before} after={entry.after} />
              </TableCell>
              <TableCell label={t(m.audit_when)} quiet align="end">
                <Time value={entry.at} locale={locale} zone={hall.timeZone} show="moment" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <CursorPager page={page} />
    </>
  );
}
