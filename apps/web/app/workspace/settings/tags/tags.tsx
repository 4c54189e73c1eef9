import { idSchema } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { countUse, listTags } from "@guildhall/people";
import {
  ButtonLink,
  Chip,
  EmptyState,
  Notice,
  PageHeader,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
} from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../../server/define-route.ts";
import { pageTitle } from "../../../shell/page-title.ts";
import { useWords } from "../../../shell/words.ts";
import { UndoLink } from "../../changes/undo-link.tsx";
import { useHall } from "../../use-hall.ts";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({
    done: z.enum(["saved", "merged", "deleted"]).optional().catch(undefined),
    count: z.coerce.number().int().min(0).catch(0),
    set: idSchema("change_set").optional().catch(undefined),
  }),
  permission: "people.bulk-edit",
}).loader(async ({ ctx, search }) => {
  const tags = await listTags(ctx);
  const use = await countUse(
    ctx,
    tags.map(({ id }) => id),
  );
  return {
    tags: tags.map((tag) => ({ ...tag, use: use.get(tag.id) ?? { count: 0, more: false } })),
    word: search.done && { done: search.done, count: search.count, set: search.set },
  };
});

export const meta = pageTitle(m.fields_tags);

export default function Tags() {
  const { tags, word } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const base = `/w/${useHall().slug}/settings/tags`;
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.fields_tags)} description={t(m.fields_tags_text)} />
      {word?.done === "saved" && <Notice tone="success" live title={t(m.fields_tag_saved)} />}
      {word?.done === "merged" && (
        <Notice
          tone="success"
          live
          title={t(m.fields_tag_merged, { count: word.count })}
          action={<UndoLink changeSetId={word.set} />}
        />
      )}
      {word?.done === "deleted" && (
        <Notice
          tone="success"
          live
          title={t(m.fields_tag_deleted, { count: word.count })}
          action={<UndoLink changeSetId={word.set} />}
        />
      )}
      {tags.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.fields_tags_none)} text={t(m.fields_tags_none_text)} />
      ) : (
        <Table label={t(m.fields_tags)}>
          <TableHead>
            <TableColumn>{t(m.fields_tag)}</TableColumn>
            <TableColumn align="end">{t(m.fields_tag_use)}</TableColumn>
            <TableColumn align="end">{t(m.staff_acts)}</TableColumn>
          </TableHead>
          <TableBody>
            {tags.map(({ id, name, tone, use }) => (
              <TableRow key={id}>
                <TableLead>
                  <Chip tone={tone}>{name}</Chip>
                </TableLead>
                <TableCell align="end" quiet>
                  {formatNumber(use.count, locale)}
                  {use.more && "+"}
                </TableCell>
                <TableCell align="end">
                  <ButtonLink size="s" href={`${base}/${id}`}>
                    {t(m.staff_change)}
                  </ButtonLink>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Stack>
  );
}
