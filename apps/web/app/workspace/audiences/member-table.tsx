import { m } from "@guildhall/i18n/messages";
import type { AudienceMember } from "@guildhall/people/schemas";
import {
  Avatar,
  Button,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  Time,
} from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { SmallForm } from "../people/small-form.tsx";
import { pictureAt } from "../picture-address.ts";
import { useHall } from "../use-hall.ts";

interface MemberTableProps {
  readonly rows: readonly AudienceMember[];
  readonly mayFill: boolean;
}

/** Who is in an audience, and the way off a list. */
export function MemberTable({ rows, mayFill }: MemberTableProps) {
  const { t, locale } = useWords();
  const hall = useHall();
  return (
    <Table slips label={t(m.audiences_people)}>
      <TableHead>
        <TableColumn>{t(m.people_name)}</TableColumn>
        <TableColumn>{t(m.people_email)}</TableColumn>
        <TableColumn align="end">{t(m.audiences_since)}</TableColumn>
        {mayFill && <TableColumn align="end">{t(m.staff_acts)}</TableColumn>}
      </TableHead>
      <TableBody>
        {rows.map(({ personId, fullName, email, avatarFileId, addedAt }) => (
          <TableRow key={personId}>
            <TableLead
              href={`/w/${hall.slug}/people/${personId}`}
              mark={<Avatar id={personId} name={fullName} size="s" image={pictureAt(hall.slug, avatarFileId)} />}
            >
              {fullName}
            </TableLead>
            <TableCell label={t(m.people_email)} quiet>
              {email}
            </TableCell>
            <TableCell label={t(m.audiences_since)} quiet align="end">
              <Time value={addedAt} locale={locale} zone={hall.timeZone} />
            </TableCell>
            {mayFill && (
              <TableCell align="end">
                <SmallForm act="remove" values={{ personId }}>
                  <Button
                    type="submit"
                    size="s"
                    look="quiet"
                    icon="remove"
                    label={t(m.audiences_remove, { name: fullName })}
                  />
                </SmallForm>
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
