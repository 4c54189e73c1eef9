import { pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { listMembers } from "@guildhall/people";
import {
  Avatar,
  ButtonLink,
  EmptyState,
  Notice,
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
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import { MembersFrame } from "./members-frame.tsx";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema.extend({ removed: z.literal("1").optional().catch(undefined) }),
  permission: "members.manage",
}).loader(async ({ ctx, search: { removed, ...page } }) => ({
  members: await listMembers(ctx, page),
  removed: removed === "1",
}));

export const meta = pageTitle(m.portal_members);

export default function Members() {
  const { members, removed } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  useLive("people.");
  const base = `/w/${hall.slug}`;
  const invite = <ButtonLink href={`${base}/members/invited`}>{t(m.portal_invite_title)}</ButtonLink>;
  return (
    <MembersFrame>
      {removed && <Notice tone="success" title={t(m.portal_removed)} live />}
      {members.rows.length === 0 ? (
        <EmptyState
          kind="none-yet"
          title={t(m.portal_list_none_title)}
          text={t(m.portal_list_none_text)}
          action={invite}
        />
      ) : (
        <Table slips label={t(m.portal_list_title)}>
          <TableHead>
            <TableColumn>{t(m.portal_name)}</TableColumn>
            <TableColumn>{t(m.portal_email)}</TableColumn>
            <TableColumn align="end">{t(m.portal_list_since)}</TableColumn>
            <TableColumn align="end">
              <VisuallyHidden>{t(m.portal_remove)}</VisuallyHidden>
            </TableColumn>
          </TableHead>
          <TableBody>
            {members.rows.map(({ id, fullName, email, since }) => (
              <TableRow key={id}>
                <TableLead href={`${base}/people/${id}`} mark={<Avatar id={id} name={fullName} size="s" />}>
                  {fullName}
                </TableLead>
                <TableCell label={t(m.portal_email)} quiet>
                  {email}
                </TableCell>
                <TableCell label={t(m.portal_list_since)} quiet align="end">
                  <Time value={since} locale={locale} zone={hall.timeZone} />
                </TableCell>
                <TableCell align="end">
                  <ButtonLink
                    href={`${base}/members/${id}/remove`}
                    size="s"
                    look="quiet"
                    label={`${t(m.portal_remove)}: ${fullName}`}
                  >
                    {t(m.portal_remove)}
                  </ButtonLink>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <CursorPager page={members} />
    </MembersFrame>
  );
}
