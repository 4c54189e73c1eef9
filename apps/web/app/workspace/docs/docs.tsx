import "../../documents/error-words.ts";
import { listDocuments, listFavourites, listRecent, listSpaces, spacePolicy } from "@guildhall/docs";
import { atLeast } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, EmptyState, Icon, PageHeader, Row, Section, Stack, TextLink } from "@guildhall/ui";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DocumentList } from "../../documents/document-list.tsx";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { useHall } from "../use-hall.ts";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string() }),
  permission: "workspace.enter",
}).loader(async ({ ctx }) => ({
  spaces: await listSpaces(ctx),
  favourites: await listFavourites(ctx),
  recent: await listRecent(ctx, 8),
  latest: (await listDocuments(ctx, { size: 8, cursor: null })).rows,
  mayCreate: spacePolicy.allows(ctx.actor, "create", null),
}));

export const meta = pageTitle(m.docs_title);

export default function Docs() {
  const { spaces, favourites, recent, latest, mayCreate } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/docs`;
  useLive("docs.");
  const mayWrite = spaces.some(({ role }) => atLeast(role, "edit"));
  const newSpace = (
    <ButtonLink look="primary" icon="plus" href={`${base}/spaces/new`}>
      {t(m.docs_new_space)}
    </ButtonLink>
  );
  const lists = [
    { title: t(m.docs_favourites), documents: favourites },
    { title: t(m.docs_recent), documents: recent },
    // What nobody has read yet is news; to somebody who reads along it would be the same list twice.
    { title: t(m.docs_latest), documents: recent.length === 0 ? latest : [] },
  ].filter(({ documents }) => documents.length > 0);
  return (
    <Stack gap={6}>
      <PageHeader
        title={t(m.docs_title)}
        description={t(m.docs_text)}
        actions={
          spaces.length > 0 && (
            <>
              {mayCreate && (
                <ButtonLink icon="plus" href={`${base}/spaces/new`}>
                  {t(m.docs_new_space)}
                </ButtonLink>
              )}
              {mayWrite && (
                <ButtonLink look="primary" icon="plus" href={`${base}/new`}>
                  {t(m.docs_new)}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {spaces.length === 0 ? (
        <EmptyState
          kind="none-yet"
          title={t(m.docs_none_title)}
          text={t(mayCreate ? m.docs_none_text : m.docs_none_seen_text)}
          action={mayCreate && newSpace}
        />
      ) : (
        <ul aria-label={t(m.docs_spaces)} className="grid gap-s3 sm:grid-cols-2 xl:grid-cols-3">
          {spaces.map(({ id, name, purpose, icon, role }) => (
            <li key={id}>
              <Link
                to={`${base}/spaces/${id}`}
                prefetch="intent"
                className="grid h-full content-start gap-s1 rounded-r3 border bg-surface p-s4 text-ink no-underline transition-colors hover:border-line-strong"
              >
                <span className="flex items-center gap-s2 font-title text-title-s font-semibold leading-title">
                  <span aria-hidden="true">{icon ?? <Icon name="document" />}</span>
                  <span className="min-w-0 break-words">{name}</span>
                </span>
                <span className="text-s text-ink-2">{purpose ?? (role === null ? t(m.docs_space_in_part) : "")}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {lists.map(({ title, documents }) => (
        <Section key={title} title={title}>
          <DocumentList label={title} documents={documents} base={base} zone={hall.timeZone} />
        </Section>
      ))}
      {spaces.length > 0 && (
        <Row>
          <TextLink href={`${base}/trash`} alone>
            {t(m.docs_trash)}
          </TextLink>
        </Row>
      )}
    </Stack>
  );
}
