import { formatBytes } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { HallExport } from "@guildhall/tenancy/schemas";
import {
  Button,
  ButtonLink,
  Chip,
  Spinner,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  Time,
} from "@guildhall/ui";
import { Form, useNavigation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";

/** Exports that were asked for, how far each has come, and the way to the next. */
export function ExportList({ exports }: { readonly exports: readonly HallExport[] }) {
  const { t, locale } = useWords();
  const hall = useHall();
  const submitting = useNavigation().state === "submitting";
  const underWay = exports.some(isUnderWay);
  useLookAgain(underWay);
  return (
    <div className="grid gap-s4">
      <Form method="post">
        <input type="hidden" name="act" value="export" />
        <Button type="submit" icon="download" disabled={underWay} pending={submitting}>
          {t(m.signup_export_go)}
        </Button>
      </Form>
      {exports.length > 0 && (
        <Table label={t(m.signup_export_list)}>
          <TableHead>
            <TableColumn>{t(m.signup_export_when)}</TableColumn>
            <TableColumn>{t(m.signup_export_who)}</TableColumn>
            <TableColumn>{t(m.signup_export_state)}</TableColumn>
            <TableColumn align="end">{t(m.signup_export_size)}</TableColumn>
            <TableColumn align="end">{t(m.signup_export_until)}</TableColumn>
          </TableHead>
          <TableBody>
            {exports.map((each) => (
              <TableRow key={each.id}>
                <TableLead>
                  <Time value={each.requestedAt} locale={locale} zone={hall.timeZone} show="moment" />
                </TableLead>
                <TableCell quiet>{each.requestedBy}</TableCell>
                <TableCell>
                  <State of={each} />
                </TableCell>
                <TableCell quiet align="end">
                  {each.bytes > 0 && formatBytes(each.bytes, locale)}
                </TableCell>
                <TableCell quiet align="end">
                  {each.state === "ready" && each.expiresAt && (
                    <Time value={each.expiresAt} locale={locale} zone={hall.timeZone} />
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </div>
  );
}

function State({ of }: { readonly of: HallExport }) {
  const { t } = useWords();
  const hall = useHall();
  if (isUnderWay(of))
    return (
      <span role="status" className="inline-flex items-center gap-s2">
        <Spinner />
        {t(m.signup_export_packing)}
      </span>
    );
  if (of.state === "ready")
    return (
      <ButtonLink size="s" icon="download" download href={`/w/${hall.slug}/exports/${of.id}`}>
        {t(m.signup_export_take)}
      </ButtonLink>
    );
  return of.state === "failed" ? (
    <Chip tone="ochre">{t(m.signup_export_failed)}</Chip>
  ) : (
    <Chip>{t(m.signup_export_swept)}</Chip>
  );
}

function isUnderWay({ state }: HallExport): boolean {
  return state === "waiting" || state === "packing";
}

const everyMs = 1_500;

/** How far it has come is no fact: the page looks by itself while something is under way. */
function useLookAgain(underWay: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(revalidate, everyMs);
    return () => clearInterval(timer);
  }, [underWay, revalidate]);
}
