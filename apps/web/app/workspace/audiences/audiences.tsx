import { idSchema, pageSchema } from "@guildhall/core";
import { formatNumber } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import { audiencePolicy, countAudiences, createList, listAudiences } from "@guildhall/people";
import { createListInput } from "@guildhall/people/schemas";
import {
  Button,
  EmptyState,
  FormActions,
  FormFields,
  Notice,
  PageHeader,
  Section,
  Stack,
  Table,
  TableBody,
  TableCell,
  TableColumn,
  TableHead,
  TableLead,
  TableRow,
  TextField,
  Time,
} from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { UndoLink } from "../changes/undo-link.tsx";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import { roleAudienceName } from "./role-audience-name.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema.extend({ deleted: idSchema("change_set").optional().catch(undefined) }),
  permission: "people.view",
});

export const loader = here.loader(async ({ ctx, search }) => {
  const lists = await listAudiences(ctx, search, "list");
  const roles = await listAudiences(ctx, { size: 20, cursor: null }, "role");
  const counts = await countAudiences(
    ctx,
    [...lists.rows, ...roles.rows].map(({ id }) => id),
  );
  const counted = <Row extends { id: string }>(row: Row) => ({
    ...row,
    use: counts.get(row.id) ?? { count: 0, more: false },
  });
  return {
    lists: { ...lists, rows: lists.rows.map(counted) },
    roles: roles.rows.map(counted),
    mayFill: audiencePolicy.allows(ctx.actor, "fill", { kind: "list" }),
    deleted: search.deleted,
  };
});

export const action = here.action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), createListInput, async (list) => {
    const id = await createList(ctx, list);
    return seeOther(`/w/${params.tenant}/audiences/${id}`);
  }),
);

export const meta = pageTitle(m.audiences_title);

export default function Audiences() {
  const { lists, roles, mayFill, deleted } = useLoaderData<typeof loader>();
  const { t, locale } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/audiences`;
  useLive("people.audience");
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.audiences_title)} description={t(m.audiences_text)} />
      {deleted && (
        <Notice tone="success" live title={t(m.audiences_deleted)} action={<UndoLink changeSetId={deleted} />} />
      )}
      {lists.rows.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.audiences_none_title)} text={t(m.audiences_none_text)} />
      ) : (
        <Table label={t(m.audiences_lists)}>
          <TableHead>
            <TableColumn>{t(m.audiences_list)}</TableColumn>
            <TableColumn align="end">{t(m.audiences_people)}</TableColumn>
            <TableColumn align="end">{t(m.audiences_changed)}</TableColumn>
          </TableHead>
          <TableBody>
            {lists.rows.map(({ id, name, use, updatedAt }) => (
              <TableRow key={id}>
                <TableLead href={`${base}/${id}`}>{name}</TableLead>
                <TableCell align="end">
                  {formatNumber(use.count, locale)}
                  {use.more && "+"}
                </TableCell>
                <TableCell align="end" quiet>
                  <Time value={updatedAt} locale={locale} zone={hall.timeZone} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      <CursorPager page={lists} />
      {mayFill && (
        <Section title={t(m.audiences_new)} description={t(m.audiences_new_text)}>
          <NewList />
        </Section>
      )}
      {roles.length > 0 && (
        <Section title={t(m.audiences_roles)} description={t(m.audiences_roles_text)}>
          <Table label={t(m.audiences_roles)}>
            <TableHead>
              <TableColumn>{t(m.audiences_role)}</TableColumn>
              <TableColumn align="end">{t(m.audiences_people)}</TableColumn>
            </TableHead>
            <TableBody>
              {roles.map(({ id, name, use }) => (
                <TableRow key={id}>
                  <TableLead href={`${base}/${id}`}>{t(roleAudienceName(name))}</TableLead>
                  <TableCell align="end">{formatNumber(use.count, locale)}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </Section>
      )}
    </Stack>
  );
}

function NewList() {
  const { t } = useWords();
  const { form, fields, errorsOf, pending } = useSchemaForm(createListInput);
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
      <FormFields>
        <TextField
          name={fields.name.name}
          label={t(m.audiences_name)}
          required
          maxLength={120}
          autoComplete="off"
          defaultValue={fields.name.initialValue}
          error={errorsOf(fields.name)}
        />
        <FormActions>
          <Button type="submit" look="primary" pending={pending}>
            {t(m.audiences_make)}
          </Button>
        </FormActions>
      </FormFields>
    </Form>
  );
}
