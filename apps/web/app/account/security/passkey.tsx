import { listPasskeys, removePasskey, renamePasskey } from "@guildhall/auth";
import { renamePasskeyInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, PageHeader, Section, Stack, SubmitRow, TextField } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { keepToken, whoIsHere } from "../../server/who-is-here.ts";
import { FormSummary } from "../../shell/form-summary.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useSchemaForm } from "../../shell/use-schema-form.ts";
import { useWords } from "../../shell/words.ts";

export const meta = pageTitle(m.account_passkey_title);

const here = route({ area: "account", search: z.object({ id: z.string().max(1_400) }) });

export const loader = here.loader(async ({ visit, house, search }) => {
  const passkeys = await listPasskeys(house.database, await whoIsHere(visit));
  const passkey = passkeys.find(({ id }) => id === search.id);
  if (!passkey) return redirect("/account/security"); // removed elsewhere, or never theirs
  return { id: passkey.id, name: passkey.name };
});

export const action = here.action(async ({ visit, house, request, search }) => {
  const who = await whoIsHere(visit);
  const form = await request.formData();
  if (form.get("act") === "remove") {
    keepToken({ house, visit }, await removePasskey(house.database, who, { passkey: search.id }, new Date()));
    return seeOther("/account/security?done=passkey-removed");
  }
  return answerForm(form, renamePasskeyInput, async (input) => {
    await renamePasskey(house.database, who, input);
    return seeOther("/account/security");
  });
});

export default function EditPasskey() {
  const { t } = useWords();
  const { id, name } = useLoaderData<typeof loader>();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(renamePasskeyInput);
  return (
    <Stack gap={6}>
      <PageHeader size="l" title={t(m.account_passkey_title)} description={name} />
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid max-w-form gap-s4">
          <input type="hidden" name={fields.passkey.name} value={id} />
          <TextField
            name={fields.name.name}
            label={t(m.account_passkey_name)}
            description={t(m.account_passkey_name_hint)}
            autoComplete="off"
            maxLength={60}
            required
            defaultValue={fields.name.initialValue ?? name}
            error={errorsOf(fields.name)}
          />
          <SubmitRow label={t(m.account_save)} pending={pending}>
            <ButtonLink look="quiet" href="/account/security">
              {t(m.shell_cancel)}
            </ButtonLink>
          </SubmitRow>
        </div>
      </Form>
      <Section title={t(m.account_passkey_remove_title)} description={t(m.account_passkey_remove_text)}>
        <Form method="post">
          <Button type="submit" name="act" value="remove" look="danger">
            {t(m.account_passkey_remove)}
          </Button>
        </Form>
      </Section>
    </Stack>
  );
}
