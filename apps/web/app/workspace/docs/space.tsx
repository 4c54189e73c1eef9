import { idSchema } from "@guildhall/core";
import { atLeast, documentTemplates, getSpace, listTree } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, ButtonLink, EmptyState, PageHeader, Section, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DocumentList } from "../../documents/document-list.tsx";
import { NewDocumentForm } from "../../documents/new-document-form.tsx";
import { TemplateCards } from "../../documents/template-cards.tsx";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";
import { offeredTemplates } from "./offered-templates.ts";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), space: idSchema("space") }),
  permission: "workspace.enter",
}).loader(async ({ ctx, params }) => {
  const space = await getSpace(ctx, params.space);
  const tree = await listTree(ctx, space.id, null);
  const mayWrite = atLeast(space.role, "edit");
  return {
    space,
    tree,
    mayWrite,
    // Where something stands already, they are a page of their own.
    templates: mayWrite && tree.length === 0 ? offeredTemplates(documentTemplates(ctx.locale)) : [],
    mayManage: atLeast(space.role, "manage"),
  };
});

export const meta = pageTitle(m.docs_space);

export default function SpacePage() {
  const { space, tree, templates, mayWrite, mayManage } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/docs`;
  useLive("docs.");
  return (
    <Stack gap={5}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: t(m.docs_title), href: base }, { label: space.name }]} />}
        title={space.icon ? `${space.icon} ${space.name}` : space.name}
        description={space.purpose ?? (space.role === null ? t(m.docs_space_in_part) : undefined)}
        actions={
          <>
            {space.role && (
              <ButtonLink icon="people" href={`${base}/spaces/${space.id}/people`}>
                {t(m.docs_people)}
              </ButtonLink>
            )}
            {tree.length > 0 && (
              <ButtonLink icon="download" look="quiet" href={`${base}/spaces/${space.id}/take`}>
                {t(m.docs_files_take)}
              </ButtonLink>
            )}
            {mayWrite && (
              <ButtonLink icon="upload" look="quiet" href={`${base}/import?to=${space.id}`}>
                {t(m.docs_files_bring)}
              </ButtonLink>
            )}
            {mayManage && (
              <ButtonLink icon="settings" href={`${base}/spaces/${space.id}/settings`}>
                {t(m.docs_space_settings)}
              </ButtonLink>
            )}
            {mayWrite && tree.length > 0 && (
              <>
                <ButtonLink href={`${base}/new?spaceId=${space.id}`}>{t(m.docs_from_template)}</ButtonLink>
                <NewDocumentForm base={base} spaceId={space.id} />
              </>
            )}
          </>
        }
      />
      {tree.length === 0 && mayWrite && (
        <Section title={t(m.docs_space_empty_title)} description={t(m.docs_space_empty_text)}>
          <TemplateCards base={base} spaceId={space.id} templates={templates} />
        </Section>
      )}
      {tree.length === 0 && !mayWrite && (
        <EmptyState kind="none-yet" title={t(m.docs_space_empty_title)} text={t(m.docs_space_empty_read_text)} />
      )}
      {tree.length > 0 && (
        <DocumentList label={t(m.docs_documents)} documents={tree} base={base} zone={hall.timeZone} />
      )}
    </Stack>
  );
}
