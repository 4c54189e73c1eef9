import { signInWithPassword } from "@guildhall/auth";
import { signInInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button, FormActions, FormFields, PasswordField, TextField, Title } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { Form } from "@remix-run/react";
import { z } from "zod";
import { route, safeReturn, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { FrontFrame } from "../shell/front-frame.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";

const door = route({ area: "public", search: z.object({ to: z.string().max(2_000).optional() }) });

export const loader = door.loader(async ({ visit, search }) => {
  if (await visit.session()) return redirect(safeReturn(search.to ?? null, "/account"));
  return null;
});

export const action = door.action(async ({ request, house, visit, search }) =>
  answerForm(await request.formData(), signInInput, async (credentials) => {
    const { token } = await signInWithPassword(
      house.database,
      house.sessions,
      credentials,
      { userAgent: visit.userAgent, ip: visit.ip },
      new Date(),
    );
    const before = house.sessions.readCookie(request.headers.get("cookie"));
    if (before) await house.sessions.close(before); // signing in changes who one is: no session lives through it
    return seeOther(safeReturn(search.to ?? null, "/account"), { "set-cookie": house.sessions.cookie(token) });
  }),
);

export default function Login() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(signInInput);
  return (
    <FrontFrame>
      <div className="mx-auto grid max-w-form gap-s5">
        <div>
          <Title level={1} size="l">
            {t(m.auth_sign_in_title)}
          </Title>
          <p className="mt-s2 text-ink-2">{t(m.auth_sign_in_text)}</p>
        </div>
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
            <PasswordField
              name={fields.password.name}
              label={t(m.auth_password)}
              autoComplete="current-password"
              required
              showLabel={t(m.shell_show)}
              hideLabel={t(m.shell_hide)}
              error={errorsOf(fields.password)}
            />
            <FormActions>
              <Button type="submit" look="primary" size="l" wide pending={pending}>
                {t(m.auth_sign_in)}
              </Button>
            </FormActions>
          </FormFields>
        </Form>
      </div>
    </FrontFrame>
  );
}
