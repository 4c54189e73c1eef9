import { idSchema } from "@guildhall/core";
import { changeSpace, documentPolicy, getSpace, removeSpace } from "@guildhall/docs";
import { changeSpaceInput } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs, Button, ButtonLink, FormFields, PageHeader, Section, Stack, SubmitRow } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { LeaveGuard } from "../../shell/leave-guard.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";
import { SmallForm } from "../people/small-form.tsx";
import { useHall } from "../use-hall.ts";
import { SpaceInputs } from "./space-inputs.tsx";

const here = workspaceRoute({
  params: z.object({ tenant: z.string(), space: idSchema("space") }),
  permission: "workspace.enter",
});

export const loader = here.loader(async ({ ctx, params }) => {
  const space = await getSpace(ctx, params.space);
  documentPolicy.require(ctx.actor, "manage", space);
  return { space };
});

const fieldsInput = changeSpaceInput.omit({ spaceId: true });

export const action = here.action(async ({ ctx, request, params }) => {
  const form = await request.formData();
  const docs = `/w/${params.tenant}/docs`;
  const spaceId = params.space;
  if (form.get("act") === "remove")
    return answerForm(form, z.object({}), async () => {
      await removeSpace(ctx, { spaceId });
      return seeOther(`${docs}/trash?space=${spaceId}`);
    });
  return answerForm(form, fieldsInput, async (fields) => {
    await changeSpace(ctx, { spaceId, ...fields });
    return seeOther(`${docs}/spaces/${spaceId}`);
  });
});

export const meta = pageTitle(m.docs_space_settings);

export default function SpaceSettings() {
  const { space } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const base = `/w/${useHall().slug}/docs`;
  const back = `${base}/spaces/${space.id}`;
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(fieldsInput, {
    startsAs: { name: space.name, purpose: space.purpose ?? "", icon: space.icon ?? "" },
  });
  return (
    <Stack gap={6}>
      <PageHeader
        above={
          <Breadcrumbs
            trail={[
              { label: t(m.docs_title), href: base },
              { label: space.name, href: back },
              { label: t(m.docs_space_settings) },
            ]}
          />
        }
        title={t(m.docs_space_settings)}
      />
      <FormSummary summary={summary} />
      <LeaveGuard form={form.id} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <SpaceInputs fields={fields} errorsOf={errorsOf} />
          <SubmitRow label={t(m.docs_keep)} pending={pending}>
            <ButtonLink look="quiet" href={back}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </FormFields>
      </Form>
      <Section title={t(m.docs_space_remove)} description={t(m.docs_space_remove_text)}>
        <SmallForm act="remove">
          <Button type="submit" look="danger">
            {t(m.docs_space_remove_named, { name: space.name })}
          </Button>
        </SmallForm>
      </Section>
    </Stack>
  );
}
