import { askForSignInCode, askForSignInLink, findAskedSignIn, signInWithCode } from "@guildhall/auth";
import { codeInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, CodeField, FormFields, Notice, TextLink } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, safeReturn, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { doorCookie } from "./door-cookies.ts";
import { DoorPage } from "./door-page.tsx";
import { finishSignIn } from "./finish-sign-in.ts";
import { knock, porchOf } from "./knock.ts";
import { MailLinkForm } from "./mail-link-form.tsx";
import { onTheWay, toSchema } from "./onward.ts";

const door = route({
  area: "public",
  search: z.object({ to: toSchema, sent: z.literal("again").optional().catch(undefined) }),
});

export const loader = door.loader(async ({ request, house, visit, search: { to, sent } }) => {
  if (await visit.session()) return redirect(safeReturn(to ?? null, "/account"));
  const asked = await findAskedSignIn(porchOf(house), await knock(request, house, visit));
  return { asked: asked && { by: asked.by, recipient: asked.recipient }, to, again: sent === "again" };
});

export const action = door.action(async ({ request, house, visit, search: { to } }) => {
  const form = await request.formData();
  const [porch, arrival] = [porchOf(house), await knock(request, house, visit)];
  if (!form.has("again"))
    return answerForm(form, codeInput, async (input) => {
      const { outcome, returnTo } = await signInWithCode(porch, input, arrival);
      return finishSignIn({ request, house, visit }, outcome, returnTo ?? to ?? null);
    });
  return answerForm(form, z.object({}), async () => {
    const asked = await findAskedSignIn(porch, arrival);
    if (!asked) return seeOther(onTheWay("/login", to));
    const { by, recipient, returnTo } = asked;
    const held =
      by === "mail"
        ? await askForSignInLink(porch, { email: recipient }, arrival, returnTo)
        : await askForSignInCode(porch, { phone: recipient }, arrival, returnTo);
    return seeOther(onTheWay("/login/code", to, { sent: "again" }), { "set-cookie": doorCookie(house, held) });
  });
});

export const meta = pageTitle(m.signin_code);

export default function LoginCode() {
  const { asked, to, again } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (!asked)
    return (
      <DoorPage title={t(m.signin_nothing_asked_title)} text={t(m.signin_nothing_asked_text)}>
        <MailLinkForm to={to} />
      </DoorPage>
    );
  return (
    <DoorPage
      title={t(asked.by === "mail" ? m.signin_sent_mail_title : m.signin_sent_sms_title)}
      text={
        asked.by === "mail"
          ? t(m.signin_sent_mail_text, { email: asked.recipient })
          : t(m.signin_sent_sms_text, { phone: asked.recipient })
      }
      aside={
        <>
          <Form method="post">
            <p className="flex flex-wrap items-center gap-x-s2">
              {t(m.signin_not_arrived)}
              <Button type="submit" name="again" value="1" size="s">
                {t(m.signin_send_again)}
              </Button>
            </p>
          </Form>
          <TextLink href={onTheWay("/login", to)} alone>
            {t(m.signin_other_way)}
          </TextLink>
        </>
      }
    >
      {again && <Notice tone="success" live title={t(m.signin_sent_again)} />}
      <CodeForm />
    </DoorPage>
  );
}

function CodeForm() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(codeInput);
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <CodeField
            name={fields.code.name}
            label={t(m.signin_code)}
            description={t(m.signin_code_hint)}
            required
            defaultValue={fields.code.initialValue}
            error={errorsOf(fields.code)}
          />
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {t(m.auth_sign_in)}
          </Button>
        </FormFields>
      </Form>
    </>
  );
}
