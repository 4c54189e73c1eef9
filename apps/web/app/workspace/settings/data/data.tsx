import { m } from "@guildhall/i18n/messages";
import { cancelClosing, listExports, requestExport, startClosing } from "@guildhall/tenancy";
import { graceDays, keptDays, startClosingInput } from "@guildhall/tenancy/schemas";
import { PageHeader, Section, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { seeOther, workspaceRoute } from "../../../server/define-route.ts";
import { answerForm } from "../../../server/form-action.ts";
import { pageTitle } from "../../../shell/page-title.ts";
import { useWords } from "../../../shell/words.ts";
import { useLive } from "../../live/use-live.ts";
import { CloseForm } from "./close-form.tsx";
import { ExportList } from "./export-list.tsx";

const here = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "tenant.export" });

export const loader = here.loader(async ({ ctx }) => ({
  exports: await listExports(ctx),
  mayClose: ctx.actor.can("tenant.own"),
}));

export const action = here.open(async ({ scope, house, request, params }) => {
  const form = await request.formData();
  const inside = house.database.withTenant;
  const back = seeOther(`/w/${params.tenant}/settings/data`);
  switch (form.get("act")) {
    case "close":
      return answerForm(form, startClosingInput, async (typed) => {
        await inside(scope, (ctx) => startClosing(ctx, typed));
        return back;
      });
    case "keep":
      return answerForm(form, z.object({}), async () => {
        await inside(scope, cancelClosing);
        return seeOther(`/w/${params.tenant}`);
      });
    default:
      return answerForm(form, z.object({}), async () => {
        await inside(scope, requestExport);
        return back;
      });
  }
});

export const meta = pageTitle(m.signup_data_title);

export default function Data() {
  const { exports, mayClose } = useLoaderData<typeof loader>();
  const { t } = useWords();
  useLive("tenancy.");
  return (
    <Stack gap={6}>
      <PageHeader title={t(m.signup_data_title)} description={t(m.signup_data_text)} />
      <Section title={t(m.signup_export_title)} description={t(m.signup_export_text, { days: keptDays })}>
        <ExportList exports={exports} />
      </Section>
      {mayClose && (
        <Section title={t(m.signup_close_title)} description={t(m.signup_close_text, { days: graceDays })}>
          <CloseForm />
        </Section>
      )}
    </Stack>
  );
}
