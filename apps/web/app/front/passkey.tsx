import { signInWithPasskey } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Notice, useAwake } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, safeReturn } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { PasskeyButton } from "../shell/passkey-button.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";
import { finishSignIn } from "./finish-sign-in.ts";
import { onTheWay, toSchema } from "./onward.ts";

export const meta = pageTitle(m.account_passkey_sign_in_title);

const door = route({ area: "public", search: z.object({ to: toSchema }) });
const answerInput = z.object({ credential: z.string().max(20_000).default("") });

export const loader = door.loader(async ({ visit, search }) => {
  if (await visit.session()) return redirect(safeReturn(search.to ?? null, "/account"));
  return { to: search.to };
});

export const action = door.action(async ({ request, house, visit, search }) =>
  answerForm(await request.formData(), answerInput, async ({ credential }) => {
    const outcome = await signInWithPasskey(house, {
      credential,
      device: { userAgent: visit.userAgent, ip: visit.ip },
      previousToken: house.sessions.readCookie(request.headers.get("cookie")),
      now: new Date(),
    });
    return finishSignIn({ request, house, visit }, outcome, search.to ?? null);
  }),
);

export default function SignInWithPasskey() {
  const { t } = useWords();
  const { to } = useLoaderData<typeof loader>();
  const awake = useAwake();
  const { summary } = useSchemaForm(answerInput);
  return (
    <DoorPage title={t(m.account_passkey_sign_in_title)} text={t(m.account_passkey_sign_in_text)}>
      <FormSummary summary={summary} />
      {!awake && <Notice title={t(m.account_passkey_script)} />}
      <PasskeyButton action={onTheWay("/login/passkey", to)} look="primary" />
      <ButtonLink look="quiet" href={onTheWay("/login", to)}>
        {t(m.account_other_way)}
      </ButtonLink>
    </DoorPage>
  );
}
