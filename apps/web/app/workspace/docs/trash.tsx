import "../../documents/error-words.ts";
import { idSchema, pageSchema } from "@guildhall/core";
import { listRemovedSpaces, listTrash, restoreDocument, restoreSpace } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, Button, EmptyState, PageHeader, Section, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { RemovedList } from "../../documents/removed-list.tsx";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { SmallForm } from "../people/small-form.tsx";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  search: pageSchema,
  permission: "workspace.enter",
});

export const loader = here.loader(async ({ ctx, search }) => ({
  documents: await listTrash(ctx, search),
  spaces: await listRemovedSpaces(ctx),
}));

const documentInput = z.object({ documentId: idSchema("document") });
const spaceInput = z.object({ spaceId: idSchema("space") });

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const docs = `/w/${params.tenant}/docs`;
  if (form.get("act") === "restore-space")
    return answerForm(form, spaceInput, async ({ spaceId }) => {
      await restoreSpace(ctx, { spaceId });
      return seeOther(`${docs}/spaces/${spaceId}`);
    });
  return answerForm(form, documentInput, async ({ documentId }) => {
    await restoreDocument(ctx, { documentId });
    return seeOther(`${docs}/${documentId}`);
  });
});

export const meta = pageTitle(m.docs_trash);

export default function Trash() {
  const { documents, spaces } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/docs`;
  useLive("docs.");
  const back = (act: string, values: Record<string, string>) => (
    <SmallForm act={act} values={values}>
      <Button type="submit" size="s" icon="undo">
        {t(m.docs_restore)}
      </Button>
    </SmallForm>
  );
  return (
    <Stack gap={6}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: t(m.docs_title), href: base }, { label: t(m.docs_trash) }]} />}
        title={t(m.docs_trash)}
        description={t(m.docs_trash_text)}
      />
      {spaces.length === 0 && documents.rows.length === 0 && (
        <EmptyState kind="none-yet" title={t(m.docs_trash_empty_title)} text={t(m.docs_trash_empty_text)} />
      )}
      {spaces.length > 0 && (
        <Section title={t(m.docs_spaces)}>
          <RemovedList
            label={t(m.docs_spaces)}
            zone={hall.timeZone}
            items={spaces.map(({ id, name, removedAt }) => ({
              id,
              name,
              removedAt,
              deed: back("restore-space", { spaceId: id }),
            }))}
          />
        </Section>
      )}
      {documents.rows.length > 0 && (
        <Section title={t(m.docs_documents)}>
          <RemovedList
            label={t(m.docs_documents)}
            zone={hall.timeZone}
            items={documents.rows.map((document) => ({
              id: document.id,
              name: documentTitle(t, document),
              removedAt: document.removedAt,
              deed: back("restore", { documentId: document.id }),
            }))}
          />
        </Section>
      )}
      <CursorPager page={documents} />
    </Stack>
  );
}
