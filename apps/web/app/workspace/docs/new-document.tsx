import "../../documents/error-words.ts";
import { idSchema } from "@guildhall/core";
import { atLeast, createDocument, documentTemplates, getDocument, listSpaces } from "@guildhall/docs";
import { createDocumentInput } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  EmptyState,
  FormActions,
  PageHeader,
  SelectField,
  Stack,
} from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { TemplateCards } from "../../documents/template-cards.tsx";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";
import { offeredTemplates } from "./offered-templates.ts";

const here = { params: z.object({ tenant: z.string() }), permission: "workspace.enter" as const };
const search = z.object({
  spaceId: idSchema("space").optional().catch(undefined),
  parentId: idSchema("document").optional().catch(undefined),
});

export const loader = workspaceRoute({ ...here, search }).loader(async ({ ctx, search: asked }) => {
  const spaces = (await listSpaces(ctx)).filter(({ role }) => atLeast(role, "edit"));
  const parent = asked.parentId ? await getDocument(ctx, asked.parentId) : null;
  const spaceId = parent?.spaceId ?? asked.spaceId ?? spaces[0]?.id ?? null;
  return { spaces, parent, spaceId, templates: offeredTemplates(documentTemplates(ctx.locale)) };
});

/** Puts a document down and opens it. */
export const action = workspaceRoute(here).action(async ({ ctx, request, params }) =>
  answerForm(await request.formData(), createDocumentInput, async (document) => {
    const id = await createDocument(ctx, document);
    return seeOther(`/w/${params.tenant}/docs/${id}`);
  }),
);

export const meta = pageTitle(m.docs_new);

export default function NewDocument() {
  const { spaces, parent, spaceId, templates } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/docs`;
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: t(m.docs_title), href: base },
              ...(parent ? [{ label: documentTitle(t, parent), href: `${base}/${parent.id}` }] : []),
              { label: t(m.docs_new) },
            ]}
          />
        }
        title={parent ? t(m.docs_new_below_named, { name: documentTitle(t, parent) }) : t(m.docs_new)}
        description={t(m.docs_new_text)}
      />
      {!parent && spaces.length > 1 && (
        <Form method="get" className="flex max-w-form flex-wrap items-end gap-s2">
          <SelectField
            key={spaceId}
            name="spaceId"
            label={t(m.docs_new_where)}
            options={spaces.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={spaceId ?? undefined}
          />
          <FormActions>
            <Button type="submit">{t(m.docs_new_there)}</Button>
          </FormActions>
        </Form>
      )}
      {spaceId ? (
        <TemplateCards base={base} spaceId={spaceId} parentId={parent?.id} templates={templates} />
      ) : (
        <EmptyState
          kind="none-yet"
          title={t(m.docs_none_title)}
          text={t(m.docs_none_text)}
          action={
            <ButtonLink look="primary" icon="plus" href={`${base}/spaces/new`}>
              {t(m.docs_new_space)}
            </ButtonLink>
          }
        />
      )}
    </Stack>
  );
}
