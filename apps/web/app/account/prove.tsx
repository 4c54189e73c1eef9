import { type Factors, listFactors, proveByCode, proveByPasskey, proveByPassword } from "@guildhall/auth";
import { factorCodeInput, provePasswordInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Notice, PageHeader, PasswordField, Stack, SubmitRow, TextLink } from "@guildhall/ui";
import { Form, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { route, safeReturn, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { keepToken, whoIsHere } from "../server/who-is-here.ts";
import { FactorCodeForm } from "../shell/factor-code-form.tsx";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { PasskeyButton } from "../shell/passkey-button.tsx";
import { SignOut } from "../shell/sign-out.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";

export const meta = pageTitle(m.account_prove_title);

const here = route({
  area: "account",
  search: z.object({
    to: z.string().max(2_000).optional(),
    by: z.enum(["password", "code", "recovery", "passkey"]).optional().catch(undefined),
    /** Only what counts as a second factor will do. */
    second: z.literal("1").optional().catch(undefined),
  }),
});

export const loader = here.loader(async ({ visit, house, search }) => {
  const factors = await listFactors(house.database, (await whoIsHere(visit)).user.id);
  return { ways: waysOf(factors, search.second === "1"), by: search.by };
});

type Way = "passkey" | "code" | "password";

function waysOf({ password, app, passkeys }: Factors, second: boolean): Way[] {
  const ways: Way[] = [];
  if (passkeys > 0) ways.push("passkey");
  if (app) ways.push("code");
  if (password && !second) ways.push("password");
  return ways;
}

const passkeyInput = z.object({ credential: z.string().max(20_000) });

export const action = here.action(async ({ visit, house, request, search }) => {
  const who = await whoIsHere(visit);
  const form = await request.formData();
  const at = { ip: visit.ip, now: new Date() };
  const goOn = (token: string) => {
    keepToken({ house, visit }, token);
    return seeOther(safeReturn(search.to ?? null, "/account/security"));
  };
  if (form.has("credential"))
    return answerForm(form, passkeyInput, async ({ credential }) =>
      goOn(await proveByPasskey(house, who, credential, at.now)),
    );
  if (form.has("password"))
    return answerForm(form, provePasswordInput, async (input) => goOn(await proveByPassword(house, who, at, input)), {
      field: "password",
    });
  return answerForm(form, factorCodeInput, async (input) => goOn(await proveByCode(house, who, at, input)), {
    field: "code",
  });
});

export default function Prove() {
  const { t } = useWords();
  const { ways, by } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const typed = ways.filter((way) => way !== "passkey");
  const asked = by === "recovery" ? "code" : by;
  const shown = typed.find((way) => way === asked) ?? typed[0];
  const other = typed.find((way) => way !== shown);
  const address = (way: Way) => {
    const query = new URLSearchParams(search);
    query.set("by", way);
    return `/account/prove?${query.toString()}`;
  };
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.account_prove_title)} description={t(m.account_prove_text)} />
      <div className="grid max-w-form gap-s5">
        {ways.includes("passkey") && <PasskeyButton action={address("passkey")} look={shown ? "plain" : "primary"} />}
        {shown === "code" && <FactorCodeForm submit={t(m.account_prove)} />}
        {shown === "password" && <ProveByPassword />}
        {other && (
          <TextLink href={address(other)} alone>
            {other === "password" ? t(m.account_use_password) : t(m.account_use_app)}
          </TextLink>
        )}
        {ways.length === 0 && (
          <Notice title={t(m.account_prove_none_title)} action={<SignOut />}>
            {t(m.account_prove_none_text)}
          </Notice>
        )}
      </div>
    </Stack>
  );
}

function ProveByPassword() {
  const { t } = useWords();
  const { form, fields, errorsOf, summary, pending } = useSchemaForm(provePasswordInput);
  return (
    <div className="grid gap-s4">
      <FormSummary summary={summary} />
      <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate={form.noValidate}>
        <div className="grid gap-s4">
          <PasswordField
            name={fields.password.name}
            label={t(m.auth_password)}
            autoComplete="current-password"
            required
            error={errorsOf(fields.password)}
          />
          <SubmitRow label={t(m.account_prove)} pending={pending} />
        </div>
      </Form>
    </div>
  );
}
