import { idSchema } from "@guildhall/core";
import {
  atLeast,
  documentRoom,
  getDocument,
  keepAtHand,
  listTree,
  rememberVisit,
  removeDocument,
} from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import { openRoom } from "@guildhall/sync";
import { roomName } from "@guildhall/sync/client";
import { Breadcrumbs, Button, ButtonLink, Row, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DocumentList } from "../../documents/document-list.tsx";
import { documentTitle } from "../../documents/document-title.ts";
import { NewDocumentForm } from "../../documents/new-document-form.tsx";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useLive } from "../live/use-live.ts";
import { SmallForm } from "../people/small-form.tsx";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  permission: "workspace.enter",
});

export const loader = here.open(async ({ scope, house, params }) =>
  house.database.withTenant(scope, async (ctx) => {
    const document = await getDocument(ctx, params.document);
    await rememberVisit(ctx, document.id);
    const { generation } = await openRoom(ctx, documentRoom, document.id);
    const { kind, schemaVersion } = documentRoom;
    return {
      document,
      room: {
        name: roomName({ slug: params.tenant, kind, subjectId: document.id }),
        generation,
        schemaVersion,
      },
      below: await listTree(ctx, document.spaceId, document.id),
      mayEdit: atLeast(document.role, "edit"),
    };
  }),
);

const keepForm = z.object({ keep: z.enum(["yes", "no"]) });

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const docs = `/w/${params.tenant}/docs`;
  const documentId = params.document;
  if (form.get("act") === "remove")
    return answerForm(form, z.object({}), async () => {
      const { parentId, spaceId } = await getDocument(ctx, documentId);
      await removeDocument(ctx, { documentId });
      return seeOther(parentId ? `${docs}/${parentId}` : `${docs}/spaces/${spaceId}`);
    });
  return answerForm(form, keepForm, async ({ keep }) => {
    await keepAtHand(ctx, { documentId, keep: keep === "yes" });
    return seeOther(`${docs}/${documentId}`);
  });
});

export const meta = pageTitle(m.docs_document);

export default function DocumentPage() {
  const { document, below, mayEdit } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const base = `/w/${hall.slug}/docs`;
  useLive("docs.");
  return (
    <Stack gap={5}>
      <div className="flex flex-wrap items-center justify-between gap-x-s4 gap-y-s2">
        <Breadcrumbs
          trail={[
            { label: document.spaceName, href: `${base}/spaces/${document.spaceId}` },
            ...document.path.map((each) => ({ label: documentTitle(t, each), href: `${base}/${each.id}` })),
            { label: documentTitle(t, document) },
          ]}
        />
        <Row>
          <SmallForm act="keep" values={{ keep: document.favourite ? "no" : "yes" }}>
            <Button type="submit" look="quiet" icon={document.favourite ? "check" : "heart"}>
              {t(document.favourite ? m.docs_unkeep : m.docs_keep_at_hand)}
            </Button>
          </SmallForm>
          <ButtonLink look="quiet" icon="people" href={`${base}/${document.id}/people`}>
            {t(m.docs_people)}
          </ButtonLink>
          {mayEdit && (
            <>
              <ButtonLink look="quiet" href={`${base}/${document.id}/move`}>
                {t(m.docs_move)}
              </ButtonLink>
              <SmallForm act="remove">
                <Button type="submit" look="quiet" icon="remove">
                  {t(m.docs_remove)}
                </Button>
              </SmallForm>
            </>
          )}
        </Row>
      </div>
      {below.length > 0 && <DocumentList label={t(m.docs_below)} documents={below} base={base} zone={hall.timeZone} />}
      {mayEdit && (
        <Row>
          <NewDocumentForm base={base} spaceId={document.spaceId} parentId={document.id} quiet />
        </Row>
      )}
    </Stack>
  );
}
