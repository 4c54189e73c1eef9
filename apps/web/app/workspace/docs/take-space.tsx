import "../../documents/error-words.ts";
import { idSchema } from "@guildhall/core";
import { getSpace } from "@guildhall/docs";
import { spaceFormats } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, Button, ButtonLink, FormActions, FormFields, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { FormatChoice } from "../../documents/taking/format-choice.tsx";
import { workspaceRoute } from "../../server/define-route.ts";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

export const loader = workspaceRoute({
  params: z.object({ tenant: z.string(), space: idSchema("space") }),
  permission: "workspace.enter",
}).loader(async ({ ctx, params }) => getSpace(ctx, params.space));

export const meta = pageTitle(m.docs_files_take);

/** How a whole space is taken along. */
export default function TakeSpace() {
  const space = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/docs`;
  const back = `${base}/spaces/${space.id}`;
  return (
    <Stack gap={5}>
      <PageHeader
        above={<Breadcrumbs trail={[{ label: space.name, href: back }, { label: t(m.docs_files_take) }]} />}
        title={t(m.docs_files_take_title, { name: space.name })}
        description={t(m.docs_files_space_text)}
      />
      <form method="get" action={`${back}/take/file`}>
        <FormFields>
          <FormatChoice formats={spaceFormats} />
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
