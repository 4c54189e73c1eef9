import { m } from "@guildhall/i18n/messages";
import type { StaffMember } from "@guildhall/people/schemas";
import {
  Avatar,
  ButtonLink,
  Chip,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  Time,
} from "@guildhall/ui";
import { roleName } from "../../../shell/role-name.ts";
import { useWords } from "../../../shell/words.ts";
import { pictureAt } from "../../picture-address.ts";
import { useHall } from "../../use-hall.ts";

interface StaffTableProps {
  readonly rows: readonly (Omit<StaffMember, "userId"> & {
    readonly lastSeen: Date | null;
    readonly secondFactor: boolean;
    readonly manageable: boolean;
  })[];
  readonly me: string | null;
  readonly base: string;
}

/** Everybody on the staff: who, as what, how well guarded, and when they were last about. */
export function StaffTable({ rows, me, base }: StaffTableProps) {
  const { t, locale } = useWords();
  const hall = useHall();
  return (
    <Table slips label={t(m.settings_staff)}>
      <TableHead>
        <TableColumn>{t(m.people_name)}</TableColumn>
        <TableColumn>{t(m.people_role)}</TableColumn>
        <TableColumn>{t(m.people_email)}</TableColumn>
        <TableColumn>{t(m.staff_second_factor)}</TableColumn>
        <TableColumn>{t(m.staff_last_seen)}</TableColumn>
        <TableColumn align="end">{t(m.staff_acts)}</TableColumn>
      </TableHead>
      <TableBody>
        {rows.map((member) => (
          <TableRow key={member.personId}>
            <TableLead
              href={`/w/${hall.slug}/people/${member.personId}`}
              mark={
                <Avatar
                  id={member.personId}
                  name={member.fullName}
                  size="s"
                  image={pictureAt(hall.slug, member.avatarFileId)}
                />
              }
            >
              {member.fullName}
            </TableLead>
            <TableCell label={t(m.people_role)}>
              <span className="inline-flex items-center gap-s2">
                <Chip tone={member.role === "owner" ? "seal" : "neutral"}>{t(roleName(member.role))}</Chip>
                {member.personId === me && <span className="text-xs text-ink-3">{t(m.staff_you)}</span>}
              </span>
            </TableCell>
            <TableCell label={t(m.people_email)} quiet>
              {member.email}
            </TableCell>
            <TableCell label={t(m.staff_second_factor)}>
              {member.secondFactor ? (
                <Chip tone="jade">{t(m.staff_second_factor_on)}</Chip>
              ) : (
                <span className="text-ink-3">{t(m.staff_second_factor_off)}</span>
              )}
            </TableCell>
            <TableCell label={t(m.staff_last_seen)} quiet>
              {member.lastSeen ? (
                <Time value={member.lastSeen} locale={locale} zone="UTC" />
              ) : (
                <span className="text-ink-3">{t(m.staff_never_seen)}</span>
              )}
            </TableCell>
            <TableCell align="end">
              {member.manageable && (
                <ButtonLink size="s" href={`${base}/${member.personId}`}>
                  {t(m.staff_change)}
                </ButtonLink>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
