import { m } from "@guildhall/i18n/messages";
import {
  Button,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  Time,
  VisuallyHidden,
} from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

interface Listed {
  readonly id: string;
  readonly email: string | null;
  readonly usesLeft: number;
  readonly expiresAt: Date;
}

/** Invitations that are still good. */
export function InvitationTable({ invitations }: { readonly invitations: readonly Listed[] }) {
  const { t, locale } = useWords();
  const hall = useHall();
  return (
    <Table slips label={t(m.portal_invite_open)}>
      <TableHead>
        <TableColumn>{t(m.portal_invite_to)}</TableColumn>
        <TableColumn align="end">{t(m.portal_invite_left)}</TableColumn>
        <TableColumn align="end">{t(m.portal_invite_until)}</TableColumn>
        <TableColumn align="end">
          <VisuallyHidden>{t(m.portal_invite_revoke)}</VisuallyHidden>
        </TableColumn>
      </TableHead>
      <TableBody>
        {invitations.map(({ id, email, usesLeft, expiresAt }) => {
          const to = email ?? t(m.portal_invite_anyone);
          return (
            <TableRow key={id}>
              <TableLead>{to}</TableLead>
              <TableCell label={t(m.portal_invite_left)} quiet align="end">
                {usesLeft}
              </TableCell>
              <TableCell label={t(m.portal_invite_until)} quiet align="end">
                <Time value={expiresAt} locale={locale} zone={hall.timeZone} />
              </TableCell>
              <TableCell align="end">
                <Form method="post">
                  <Button
                    type="submit"
                    name="revoke"
                    value={id}
                    size="s"
                    look="quiet"
                    label={`${t(m.portal_invite_revoke)}: ${to}`}
                  >
                    {t(m.portal_invite_revoke)}
                  </Button>
                </Form>
              </TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
