import { m } from "@guildhall/i18n/messages";
import { archiveField, countUse, listFields, moveField, restoreField } from "@guildhall/people";
import { fieldRefInput, moveFieldInput } from "@guildhall/people/schemas";
import { Button, ButtonLink, EmptyState, Notice, PageHeader, Section, Segments, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { pageTitle } from "../../../shell/page-title.ts";
import { useWords } from "../../../shell/words.ts";
import { SmallForm } from "../../people/small-form.tsx";
import { useHall } from "../../use-hall.ts";
import { FieldList } from "./field-list.tsx";
import { typeWords } from "./field-words.ts";

const subject = z.enum(["person", "company"]).catch("person");
const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: z.object({ of: subject, done: z.enum(["defined", "saved"]).optional().catch(undefined) }),
  permission: "fields.manage",
});

export const loader = here.loader(async ({ ctx, search }) => {
  const fields = await listFields(ctx, search.of, { archived: true });
  const use = await countUse(
    ctx,
    fields.map(({ id }) => id),
  );
  return {
    of: search.of,
    done: search.done,
    fields: fields.map((field) => ({ ...field, use: use.get(field.id) ?? { count: 0, more: false } })),
  };
});

const acts = { move: moveField, archive: archiveField, restore: restoreField } as const;
const actInput = z.object({
  act: z.enum(["move", "archive", "restore"]),
  ...fieldRefInput.shape,
  beforeId: moveFieldInput.shape.beforeId,
});

export const action = here.action(async ({ ctx, request, params, search }) =>
  answerForm(await request.formData(), actInput, async ({ act, ...input }) => {
    await acts[act](ctx, input);
    return seeOther(`/w/${params.tenant}/settings/fields?of=${search.of}`);
  }),
);

export const meta = pageTitle(m.fields_title);

export default function Fields() {
  const { of, fields, done } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/settings/fields`;
  const shown = fields.filter(({ archived }) => !archived);
  const away = fields.filter(({ archived }) => archived);
  const add = (
    <ButtonLink look="primary" icon="plus" href={`${base}/new?of=${of}`}>
      {t(m.fields_add)}
    </ButtonLink>
  );
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.fields_title)} description={t(m.fields_text)} actions={shown.length > 0 && add} />
      {done && (
        <Notice tone="success" live title={t(done === "defined" ? m.fields_done_defined : m.fields_done_saved)} />
      )}
      <Segments
        label={t(m.fields_of)}
        segments={[
          { href: base, label: t(m.people_title), icon: "people", current: of === "person" },
          { href: `${base}?of=company`, label: t(m.companies_title), icon: "office", current: of === "company" },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState kind="none-yet" title={t(m.fields_none_title)} text={t(m.fields_none_text)} action={add} />
      ) : (
        <FieldList fields={shown} base={base} />
      )}
      {away.length > 0 && (
        <Section title={t(m.fields_archived)} description={t(m.fields_archived_text)}>
          <ul className="grid max-w-read gap-s2">
            {away.map((field) => (
              <li key={field.id} className="flex flex-wrap items-center justify-between gap-s3 border-b pb-s2">
                <span className="min-w-0">
                  <span className="block truncate">{field.name}</span>
                  <span className="text-s text-ink-3">{t(typeWords[field.type].name)}</span>
                </span>
                <SmallForm act="restore" values={{ fieldId: field.id }}>
                  <Button type="submit" size="s">
                    {t(m.fields_restore)}
                  </Button>
                </SmallForm>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}
