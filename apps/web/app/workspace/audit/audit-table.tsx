import { isUuid, type PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Table, TableBody, TableCell, TableColumn, TableHead, TableLead, TableRow, Time } from "@guildhall/ui";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly actorName: string | null;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** What was done, in words, by its name in the history. */
export const auditActions: Readonly<Record<string, typeof m.audit_person_created>> = {
  "person.created": m.audit_person_created,
  "person.updated": m.audit_person_updated,
  "person.picture-set": m.audit_picture_set,
  "change-set.undone": m.audit_change_set_undone,
  "tenant.clock-set": m.audit_clock_set,
  "tenant.closing-started": m.signup_audit_closing_started,
  "tenant.closing-cancelled": m.signup_audit_closing_cancelled,
  "tenant.export-requested": m.signup_audit_export_requested,
  "tenant.export-taken": m.signup_audit_export_taken,
  "tenant.suspended": m.signup_audit_suspended,
  "tenant.resumed": m.signup_audit_resumed,
};

/** Changes, newest first: who, what, and the values before and after. */
export function AuditTable({ page }: { readonly page: PageOf<Entry> }) {
  const { t, locale } = useWords();
  const hall = useHall();
  const say = (action: string) => {
    const message = auditActions[action];
    return message ? t(message) : action;
  };
  return (
    <>
      <Table label={t(m.audit_title)}>
        <TableHead>
          <TableColumn>{t(m.audit_what)}</TableColumn>
          <TableColumn>{t(m.audit_who)}</TableColumn>
          <TableColumn>{t(m.audit_change)}</TableColumn>
          <TableColumn align="end">{t(m.audit_when)}</TableColumn>
        </TableHead>
        <TableBody>
          {page.rows.map((entry) => (
            <TableRow key={entry.id}>
              <TableLead>{say(entry.action)}</TableLead>
              <TableCell quiet>{entry.actorName ?? t(m.audit_system)}</TableCell>
              <TableCell quiet>
                <Values before={entry.before} after={entry.after} />
              </TableCell>
              <TableCell quiet align="end">
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

function Values({ before, after }: { readonly before: unknown; readonly after: unknown }) {
  const old = valuesOf(before);
  const fresh = valuesOf(after);
  return (
    <span className="whitespace-normal">
      {[...new Set([...old.keys(), ...fresh.keys()])].map((field) => (
        <span key={field} className="mr-s3">
          {old.has(field) && <del className="text-ink-3">{old.get(field)}</del>}{" "}
          {fresh.has(field) && <ins className="text-ink no-underline">{fresh.get(field)}</ins>}
        </span>
      ))}
    </span>
  );
}

/** What an image says to people: no empty fields, and no ids, which say nothing. */
function valuesOf(image: unknown): Map<string, string> {
  const entries = typeof image === "object" && image !== null ? Object.entries(image) : [];
  const texts = entries.map(
    ([field, value]) => [field, typeof value === "object" ? JSON.stringify(value) : String(value)] as const,
  );
  return new Map(texts.filter(([, text]) => text !== "null" && text !== "" && !isUuid(text)));
}
