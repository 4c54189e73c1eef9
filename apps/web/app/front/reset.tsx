import { askForReset } from "@guildhall/auth";
import { askForResetInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, FormFields, TextField, TextLink } from "@guildhall/ui";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";
import { knock, porchOf } from "./knock.ts";

const door = route({ area: "public", search: z.object({ sent: z.literal("yes").optional().catch(undefined) }) });

export const loader = door.loader(async ({ search }) => ({ sent: search.sent === "yes" }));

export const action = door.action(async ({ request, house, visit }) =>
  answerForm(await request.formData(), askForResetInput, async (input) => {
    await askForReset(porchOf(house), input, await knock(request, house, visit));
    return seeOther("/reset?sent=yes");
  }),
);

export const meta = pageTitle(m.signin_reset_title);

export default function Reset() {
  const { sent } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const back = (
    <TextLink href="/login" alone>
      {t(m.signin_back)}
    </TextLink>
  );
  if (!sent)
    return (
      <DoorPage title={t(m.signin_reset_title)} text={t(m.signin_reset_text)} aside={back}>
        <ResetForm />
      </DoorPage>
    );
  return (
    <DoorPage title={t(m.signin_reset_sent_title)} text={t(m.signin_reset_sent_text)} aside={back}>
      <div>
        <ButtonLink href="/reset">{t(m.signin_reset_again)}</ButtonLink>
      </div>
    </DoorPage>
  );
}

function ResetForm() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(askForResetInput);
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <TextField
            name={fields.email.name}
            label={t(m.auth_email)}
            type="email"
            autoComplete="username"
            required
            defaultValue={fields.email.initialValue}
            error={errorsOf(fields.email)}
          />
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {t(m.signin_reset_send)}
          </Button>
        </FormFields>
      </Form>
    </>
  );
}
