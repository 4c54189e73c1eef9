import { graceDays, isFreshlyProved } from "@guildhall/auth";
import { closeAccountInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { closeOwnAccount, hallsLeftBehind } from "@guildhall/people";
import { Button, ConfirmByName, Notice, PageHeader, Section, Stack, TextLink } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { whoIsHere } from "../server/who-is-here.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { ProveFirst } from "./prove-first.tsx";

export const meta = pageTitle(m.account_data_title);

const here = route({ area: "account" });

export const loader = here.loader(async ({ visit, house }) => {
  const who = await whoIsHere(visit);
  const owned = await house.database.withPlatform("sign-in", (db) => hallsLeftBehind(db, who.user.id), {
    readOnly: true,
  });
  return { email: who.user.email, owned, fresh: isFreshlyProved(who, new Date()), days: graceDays };
});

export const action = here.action(async ({ request, visit, house }) => {
  const who = await whoIsHere(visit);
  return answerForm(await request.formData(), closeAccountInput, async (input) => {
    await closeOwnAccount(house.database, who, input, new Date());
    return seeOther("/login/closed", { "set-cookie": house.sessions.cookie(null) });
  });
});

export default function Data() {
  const { t } = useWords();
  const { email, owned, fresh, days } = useLoaderData<typeof loader>();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(closeAccountInput);
  return (
    <Stack gap={6}>
      <PageHeader size="l" title={t(m.account_data_title)} description={t(m.account_data_text)} />
      <FormSummary summary={summary} />
      <Section title={t(m.account_export_title)} description={t(m.account_export_text)}>
        <form method="get" action="/account/data/export">
          <Button type="submit" icon="download">
            {t(m.account_export)}
          </Button>
        </form>
      </Section>
      <Section title={t(m.account_close_title)} description={t(m.account_close_text, { days })}>
        {owned.length > 0 && (
          <Notice tone="warning" title={t(m.account_close_owner_title)}>
            <p>{t(m.account_close_owner_text)}</p>
            <ul className="mt-s2 grid gap-s1">
              {owned.map(({ slug, name }) => (
                <li key={slug}>
                  <TextLink href={`/w/${slug}/settings`} alone>
                    {name}
                  </TextLink>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {owned.length === 0 && !fresh && <ProveFirst to="/account/data" />}
        {owned.length === 0 && fresh && (
          <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
            <div className="max-w-form">
              <ConfirmByName
                named={email}
                act={t(m.account_close)}
                name={fields.confirmation.name}
                error={errorsOf(fields.confirmation)}
                pending={pending}
              />
            </div>
          </Form>
        )}
      </Section>
    </Stack>
  );
}
