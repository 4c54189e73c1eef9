import { readSignInLink, signInWithLink } from "@guildhall/auth";
import { linkElsewhereInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, FormFields, TextField } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { route, safeReturn, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";
import { finishSignIn } from "./finish-sign-in.ts";
import { knock, porchOf } from "./knock.ts";
import { MailLinkForm } from "./mail-link-form.tsx";

const door = route({ area: "public", params: z.object({ token: z.string().max(200) }) });

// Looking changes nothing: mail programs and scanners open every link they see. Only the button signs in.
export const loader = door.loader(async ({ request, house, visit, params }) => {
  const link = await readSignInLink(porchOf(house), params.token, await knock(request, house, visit));
  const session = await visit.session();
  if (session && (!link || link.userId === session.user.id))
    return redirect(safeReturn(link?.returnTo ?? null, "/account"));
  return { link: link && { email: link.email } };
});

export const action = door.action(async ({ request, house, visit, params }) => {
  const form = await request.formData();
  const [porch, arrival] = [porchOf(house), await knock(request, house, visit)];
  const enter = async (input: unknown) => {
    const entered = await signInWithLink(porch, params.token, input, arrival);
    if (!entered) return seeOther(`/login/link/${encodeURIComponent(params.token)}`); // which says that it is over
    return finishSignIn({ request, house, visit }, entered.outcome, entered.returnTo);
  };
  const link = await readSignInLink(porch, params.token, arrival);
  return link && link.email === null
    ? answerForm(form, linkElsewhereInput, enter)
    : answerForm(form, z.object({}), enter);
});

export const meta = pageTitle(m.auth_sign_in);

export default function LoginLink() {
  const { link } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (!link)
    return (
      <DoorPage title={t(m.signin_link_gone_title)} text={t(m.signin_link_gone_text)}>
        <MailLinkForm />
      </DoorPage>
    );
  return link.email === null ? <Elsewhere /> : <Here email={link.email} />;
}

/** In the browser that asked for the link: one press. */
function Here({ email }: { readonly email: string }) {
  const { t } = useWords();
  const pending = useNavigation().state === "submitting";
  return (
    <DoorPage title={t(m.signin_link_title)} text={t(m.signin_link_text, { email })}>
      <Form method="post">
        <Button type="submit" look="primary" size="l" wide pending={pending}>
          {t(m.auth_sign_in)}
        </Button>
      </Form>
    </DoorPage>
  );
}

/** In any other: whoever was sent the link knows where. */
function Elsewhere() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(linkElsewhereInput);
  return (
    <DoorPage title={t(m.signin_link_elsewhere_title)} text={t(m.signin_link_elsewhere_text)}>
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <FormFields>
          <TextField
            name={fields.email.name}
            label={t(m.auth_email)}
            description={t(m.signin_link_elsewhere_hint)}
            type="email"
            autoComplete="email"
            required
            defaultValue={fields.email.initialValue}
            error={errorsOf(fields.email)}
          />
          <Button type="submit" look="primary" size="l" wide pending={pending}>
            {t(m.auth_sign_in)}
          </Button>
        </FormFields>
      </Form>
    </DoorPage>
  );
}
