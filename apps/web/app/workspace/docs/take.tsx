import "../../documents/error-words.ts";
import { idSchema } from "@guildhall/core";
import { getDocument, listTree } from "@guildhall/docs";
import { m } from "@guildhall/i18n/messages";
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  CheckboxField,
  FormActions,
  FormFields,
  PageHeader,
  Stack,
} from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { documentTitle } from "../../documents/document-title.ts";
import { FormatChoice } from "../../documents/taking/format-choice.tsx";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), document: idSchema("document") }),
  permission: "workspace.enter",
}).loader(async ({ ctx, params }) => {
  const document = await getDocument(ctx, params.document);
  const below = await listTree(ctx, document.spaceId, document.id);
  return { document, hasBelow: below.length > 0 };
});

export const meta = pageTitle(m.docs_files_take);

/** How a document is taken along; the form asks for the file itself, and the page stays. */
export default function TakeDocument() {
  const { document, hasBelow } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/docs`;
  const back = `${base}/${document.id}`;
  return (
    <Stack gap={5}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: document.spaceName, href: `${base}/spaces/${document.spaceId}` },
              { label: documentTitle(t, document), href: back },
              { label: t(m.docs_files_take) },
            ]}
          />
        }
        title={t(m.docs_files_take_title, { name: documentTitle(t, document) })}
        description={t(m.docs_files_take_text)}
      />
      <form method="get" action={`${back}/take/file`}>
        <FormFields>
          <FormatChoice />
          {hasBelow && <CheckboxField name="below" label={t(m.docs_files_below)} />}
          <FormActions>
            <Button type="submit" look="primary" icon="download">
              {t(m.docs_files_go)}
            </Button>
            <ButtonLink look="quiet" href={back}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </form>
    </Stack>
  );
}
