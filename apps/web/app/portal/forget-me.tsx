import { notFound } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { erasePerson } from "@guildhall/people";
import { suiteTraces } from "@guildhall/suite";
import { Button, ButtonLink, CheckboxField, FormActions, FormFields, PageHeader } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { portalRoute, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { requireFresh } from "../server/require-fresh.ts";
import { whoIsHere } from "../server/who-is-here.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { usePortal } from "./use-portal.ts";

const here = portalRoute({ params: z.object({ tenant: z.string() }), access: "member" });

const sureForm = z.object({ sure: z.literal(true, { error: "people.erase-unsure" }) });

export const loader = here.loader(async ({ visit }) => {
  requireFresh(await whoIsHere(visit));
  return null;
});

/** Whoever found a device unlocked forgets nobody: it is proven again first. */
export const action = here.open(async ({ scope, house, visit, request, params }) => {
  requireFresh(await whoIsHere(visit));
  return answerForm(await request.formData(), sureForm, async ({ sure }) => {
    const { actor } = scope;
    if (actor.kind !== "person") throw notFound();
    await house.database.withTenant(scope, (ctx) => erasePerson(ctx, { personId: actor.personId, sure }, suiteTraces));
    return seeOther(`/c/${params.tenant}?state=forgotten`);
  });
});

export default function ForgetMe() {
  const { t } = useWords();
  const { tenant } = usePortal();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(sureForm);
  return (
    <div className="mx-auto grid max-w-letter gap-s5 px-s4 py-s6">
      <PageHeader
        size="l"
        title={t(m.record_me_forget)}
        description={t(m.record_me_forget_text, { house: tenant.name })}
      />
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <CheckboxField name={fields.sure.name} label={t(m.record_me_forget_sure)} error={errorsOf(fields.sure)} />
          <FormActions>
            <Button type="submit" look="danger" pending={pending}>
              {t(m.record_me_forget_act)}
            </Button>
            <ButtonLink look="quiet" href={`/c/${tenant.slug}/me`}>
              {t(m.shell_cancel)}
            </ButtonLink>
          </FormActions>
        </FormFields>
      </Form>
    </div>
  );
}
