import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { getPerson, removeMember } from "@guildhall/people";
import { Button, ButtonLink, FormActions, PageHeader, Stack } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), person: idSchema("person") }),
  permission: "members.manage",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const { fullName } = await getPerson(ctx, params.person);
  return { name: fullName };
});

const nothingToFill = z.object({});

export const action = here.open(async ({ scope, house, request, params }) =>
  answerForm(await request.formData(), nothingToFill, async () => {
    await house.database.withTenant(scope, (ctx) => removeMember(ctx, params.person));
    return seeOther(`/w/${params.tenant}/members/all?removed=1`);
  }),
);

export const meta = pageTitle(m.portal_members);

export default function RemoveMember() {
  const { name } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const hall = useHall();
  const { form, summary, pending } = useSchemaForm(nothingToFill);
  return (
    <Stack gap={5}>
      <PageHeader title={t(m.portal_remove_title, { name })} description={t(m.portal_remove_text)} />
      <FormSummary summary={summary} />
      <Form method="post" id={form.id}>
        <FormActions>
          <Button type="submit" look="danger" pending={pending}>
            {t(m.portal_remove)}
          </Button>
          <ButtonLink look="quiet" href={`/w/${hall.slug}/members/all`}>
            {t(m.shell_cancel)}
          </ButtonLink>
        </FormActions>
      </Form>
    </Stack>
  );
}
