import { awaitsSecondStep, finishSecondStep } from "@guildhall/auth";
import { factorCodeInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FactorCodeForm } from "../shell/factor-code-form.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { PasskeyButton } from "../shell/passkey-button.tsx";
import { useWords } from "../shell/words.ts";
import { readStepCookie } from "./door-cookies.ts";
import { DoorPage } from "./door-page.tsx";
import { finishSignIn } from "./finish-sign-in.ts";
import { onTheWay, toSchema } from "./onward.ts";

export const meta = pageTitle(m.account_second_title);

const door = route({
  area: "public",
  search: z.object({ to: toSchema, by: z.string().max(20).optional() }),
});

export const loader = door.loader(async ({ request, house, search }) => {
  const token = readStepCookie(house, request.headers.get("cookie"));
  const waits = token !== null && (await awaitsSecondStep(house.database, token, new Date()));
  return waits ? { to: search.to } : redirect(onTheWay("/login", search.to));
});

export const action = door.action(async ({ request, house, visit, search }) => {
  const waiting = readStepCookie(house, request.headers.get("cookie"));
  if (waiting === null) return seeOther(onTheWay("/login", search.to));
  return answerForm(
    await request.formData(),
    factorCodeInput,
    async ({ code }) => {
      const outcome = await finishSecondStep(house, {
        token: waiting,
        code,
        device: { userAgent: visit.userAgent, ip: visit.ip },
        previousToken: house.sessions.readCookie(request.headers.get("cookie")),
        now: new Date(),
      });
      return finishSignIn({ request, house, visit }, outcome, search.to ?? null);
    },
    { field: "code" },
  );
});

export default function SecondStep() {
  const { t } = useWords();
  const { to } = useLoaderData<typeof loader>();
  return (
    <DoorPage title={t(m.account_second_title)} text={t(m.account_second_text)}>
      <FactorCodeForm submit={t(m.auth_sign_in)} />
      <PasskeyButton action={onTheWay("/login/passkey", to)} />
    </DoorPage>
  );
}
