import { pageSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { type ChangeSet, listChangeSets } from "@guildhall/tenancy";
import {
  Breadcrumbs,
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
  TextLink,
  Time,
} from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import { changeIn } from "./change-words.ts";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema,
  permission: "people.view",
}).loader(async ({ ctx, search }) => ({
  page: await listChangeSets(ctx, search),
  mayImport: ctx.actor.can("people.bulk-edit"),
  mayAudit: ctx.actor.can("audit.view"),
}));

export const meta = pageTitle(m.merge_changes_title);

export default function Changes() {
  const { page, mayImport, mayAudit } = useLoaderData<typeof loader>();
  const words = useWords();
  const { t, locale } = words;
  const hall = useHall();
  useLive("tenancy.change-set-undone");
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          mayAudit && (
            <Breadcrumbs
              trail={[{ label: t(m.audit_title), href: `/w/${hall.slug}/audit` }, { label: t(m.merge_changes_title) }]}
            />
          )
        }
        title={t(m.merge_changes_title)}
        description={t(m.merge_changes_text)}
      />
      {page.rows.length === 0 ? (
        <EmptyState
          kind="none-yet"
          title={t(m.merge_changes_none_title)}
          text={t(m.merge_changes_none_text)}
          action={
            mayImport && (
              <ButtonLink href={`/w/${hall.slug}/people/import`} icon="upload">
                {t(m.merge_changes_none_act)}
              </ButtonLink>
            )
          }
        />
      ) : (
        <>
          <Table slips label={t(m.merge_changes_title)}>
            <TableHead>
              <TableColumn>{t(m.merge_col_what)}</TableColumn>
              <TableColumn>{t(m.merge_col_who)}</TableColumn>
              <TableColumn>{t(m.merge_col_state)}</TableColumn>
              <TableColumn align="end">{t(m.merge_col_when)}</TableColumn>
            </TableHead>
            <TableBody>
              {page.rows.map((change) => (
                <TableRow key={change.id}>
                  <TableLead>
                    <TextLink href={`/w/${hall.slug}/changes/${change.id}`}>{changeIn(words, change)}</TextLink>
                  </TableLead>
                  <TableCell label={t(m.merge_col_who)} quiet>
                    {change.actorName ?? t(m.merge_house)}
                  </TableCell>
                  <TableCell label={t(m.merge_col_state)}>
                    <StateChip change={change} />
                  </TableCell>
                  <TableCell label={t(m.merge_col_when)} quiet align="end">
                    <Time value={change.createdAt} locale={locale} zone={hall.timeZone} show="moment" />
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <CursorPager page={page} />
        </>
      )}
    </Stack>
  );
}

function StateChip({ change: { undoneAt, undoing } }: { readonly change: Pick<ChangeSet, "undoneAt" | "undoing"> }) {
  const { t } = useWords();
  if (undoneAt) return <Chip>{t(m.merge_state_undone)}</Chip>;
  if (undoing) return <Chip tone="ochre">{t(m.merge_state_undoing)}</Chip>;
  return <Chip tone="jade">{t(m.merge_state_stands)}</Chip>;
}
