import { m } from "@guildhall/i18n/messages";
import { confirmJoining, readPendingJoin } from "@guildhall/people";
import { confirmInput } from "@guildhall/people/schemas";
import { Button, FormActions, FormFields, PasswordField } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { portalRoute } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { answerConfirmed, deviceOf, readBrowser } from "./arrival.ts";
import { GoneLink } from "./gone-link.tsx";
import { PortalPage } from "./portal-page.tsx";
import { usePortal } from "./use-portal.ts";

const here = portalRoute({ params: z.object({ tenant: z.string(), token: z.string().max(200) }), access: "anyone" });

export const loader = here.open(async ({ scope, house, request, params }) => ({
  pending: await readPendingJoin(house.database, scope, params.token, readBrowser(request)),
}));

export const action = here.open(async ({ scope, visit, house, request, params }) =>
  answerForm(await request.formData(), confirmInput, async (value) => {
    const confirmed = await confirmJoining(house.database, house.sessions, scope, params.token, value, {
      ...deviceOf(request, { house, visit }),
      browser: readBrowser(request),
    });
    const { tenant: slug } = params;
    return answerConfirmed({ request, house, visit }, confirmed, { slug, again: `/c/${slug}/join` });
  }),
);

export default function Confirm() {
  const { pending } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { tenant } = usePortal();
  const { form, fields, errorsOf, summary, pending: sending } = useSchemaForm(confirmInput);
  if (!pending) return <GoneLink />;
  const { email, fullName: name, asksPassword } = pending;
  return (
    <PortalPage title={t(m.portal_confirm_title)} text={t(m.portal_confirm_text, { name, email, house: tenant.name })}>
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <FormSummary summary={summary} />
          {asksPassword && (
            <PasswordField
              name={fields.password.name}
              label={t(m.portal_password)}
              optionalLabel={t(m.shell_optional)}
              description={t(m.portal_confirm_password_hint)}
              autoComplete="new-password"
              error={errorsOf(fields.password)}
            />
          )}
          <FormActions>
            <Button type="submit" look="primary" size="l" wide pending={sending}>
              {t(m.portal_confirm_act)}
            </Button>
          </FormActions>
        </FormFields>
      </Form>
    </PortalPage>
  );
}
