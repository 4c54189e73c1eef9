import { pageSchema } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { countPeople, listPeople } from "@guildhall/people";
import {
  Avatar,
  ButtonLink,
  Chip,
  EmptyState,
  PageHeader,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  Time,
} from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { roleName } from "../../shell/role-name.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { pictureAt } from "../picture-address.ts";
import { useHall } from "../use-hall.ts";
import { ImportLink } from "./import/import-link.tsx";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema,
  permission: "people.view",
}).loader(async ({ ctx, search }) => ({
  people: await listPeople(ctx, search),
  total: await countPeople(ctx),
  mayAdd: ctx.actor.can("people.edit"),
  mayImport: ctx.actor.can("people.bulk-edit"),
}));

export default function People() {
  const { people, total, mayAdd, mayImport } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  useLive("people.");
  const base = `/w/${hall.slug}/people`;
  const counted = total.more
    ? t(m.people_count_capped, { count: formatNumber(total.count, locale) })
    : t(m.people_count, { count: total.count });
  const add = mayAdd && (
    <ButtonLink look="primary" icon="plus" href={`${base}/new`}>
      {t(m.people_add)}
    </ButtonLink>
  );
  const actions = (
    <>
      {mayImport && <ImportLink />}
      {add}
    </>
  );
  return (
    <Stack gap={4}>
      <PageHeader title={t(m.people_title)} description={counted} actions={actions} />
      {people.rows.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.people_none_title)} text={t(m.people_none_text)} action={add} />
      ) : (
        <Table label={t(m.people_title)}>
          <TableHead>
            <TableColumn>{t(m.people_name)}</TableColumn>
            <TableColumn>{t(m.people_role)}</TableColumn>
            <TableColumn>{t(m.people_email)}</TableColumn>
            <TableColumn>{t(m.people_phone)}</TableColumn>
            <TableColumn align="end">{t(m.people_since)}</TableColumn>
          </TableHead>
          <TableBody>
            {people.rows.map((person) => (
              <TableRow key={person.id}>
                <TableLead
                  href={`${base}/${person.id}`}
                  mark={
                    <Avatar
                      id={person.id}
                      name={person.fullName}
                      size="s"
                      image={pictureAt(hall.slug, person.avatarFileId)}
                    />
                  }
                >
                  {person.fullName}
                </TableLead>
                <TableCell>
                  {person.role ? (
                    <Chip tone="seal">{t(roleName(person.role))}</Chip>
                  ) : (
                    <Chip>{t(m.auth_role_member)}</Chip>
                  )}
                </TableCell>
                <TableCell quiet>{person.email}</TableCell>
                <TableCell quiet>{person.phone}</TableCell>
                <TableCell quiet align="end">
                  <Time value={person.createdAt} locale={locale} zone={hall.timeZone} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <CursorPager page={people} />
    </Stack>
  );
}
