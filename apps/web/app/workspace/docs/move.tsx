import { idSchema } from "@guildhall/core";
import { documentPolicy, getDocument, listPlaces, moveDocument } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, ButtonLink, FormFields, PageHeader, SelectField, Stack, SubmitRow } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  permission: "workspace.enter",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const document = await getDocument(ctx, params.document);
  documentPolicy.require(ctx.actor, "edit", document);
  return { document, places: await listPlaces(ctx, document.id) };
});

/** A space alone, or a space and what to put it under, in one choice. */
const moveForm = z.object({
  parentId: z
    .string()
    .max(80)
    .transform((text) => text.split("."))
    .pipe(z.tuple([idSchema("space")], idSchema("document"))),
});

export const action = here.action(async ({ ctx, request, params }) =>
  answerForm(
    await request.formData(),
    moveForm,
    async ({ parentId: [spaceId, parentId] }) => {
      await moveDocument(ctx, { documentId: params.document, spaceId, parentId });
      return seeOther(`/w/${params.tenant}/docs/${params.document}`);
    },
    { field: "parentId" },
  ),
);

export const meta = pageTitle(m.docs_move);

export default function MoveDocument() {
  const { document, places } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/docs`;
  const back = `${base}/${document.id}`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(moveForm);
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: document.spaceName, href: `${base}/spaces/${document.spaceId}` },
              { label: documentTitle(t, document), href: back },
              { label: t(m.docs_move) },
            ]}
          />
        }
        title={t(m.docs_move_title, { name: documentTitle(t, document) })}
        description={t(m.docs_move_text)}
      />
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <SelectField
            name={fields.parentId.name}
            label={t(m.docs_move_to)}
            options={places.map(({ spaceId, parentId, title, depth }) => ({
              value: parentId ? `${spaceId}.${parentId}` : spaceId,
              label: `${"\u2003".repeat(depth)}${title || t(m.docs_untitled)}`,
            }))}
            defaultValue={
              fields.parentId.initialValue ??
              (document.parentId ? `${document.spaceId}.${document.parentId}` : document.spaceId)
            }
            error={errorsOf(fields.parentId)}
          />
          <SubmitRow label={t(m.docs_move)} pending={pending}>
            <ButtonLink look="quiet" href={back}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </FormFields>
      </Form>
    </Stack>
  );
}
