import { awaitsSecondStep, finishSecondStep } from "@guildhall/auth";
import { factorCodeInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { Title } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { titled } from "../account/titled.ts";
import { readSecondStep, secondStepCookie } from "../server/answer-sign-in.ts";
import { route, safeReturn, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { keepToken } from "../server/who-is-here.ts";
import { FactorCodeForm } from "../shell/factor-code-form.tsx";
import { FrontFrame } from "../shell/front-frame.tsx";
import { PasskeyButton } from "../shell/passkey-button.tsx";
import { useWords } from "../shell/words.ts";

export const meta = titled(m.account_second_title);

const door = route({
  area: "public",
  search: z.object({ to: z.string().max(2_000).optional(), by: z.string().max(20).optional() }),
});

export const loader = door.loader(async ({ request, house, search }) => {
  const token = readSecondStep(house, request);
  const waits = token !== null && (await awaitsSecondStep(house.database, token, new Date()));
  return waits ? null : redirect(backToLogin(search.to));
});

export const action = door.action(async ({ request, house, visit, search }) => {
  const waiting = readSecondStep(house, request);
  if (waiting === null) return seeOther(backToLogin(search.to));
  return answerForm(
    await request.formData(),
    factorCodeInput,
    async ({ code }) => {
      const token = await finishSecondStep(house, {
        token: waiting,
        code,
        device: { userAgent: visit.userAgent, ip: visit.ip },
        previousToken: house.sessions.readCookie(request.headers.get("cookie")),
        now: new Date(),
      });
      visit.cookies.push(secondStepCookie(house, null));
      keepToken({ house, visit }, token);
      return seeOther(safeReturn(search.to ?? null, "/account"));
    },
    { field: "code" },
  );
});

function backToLogin(to: string | undefined): string {
  return to ? `/login?to=${encodeURIComponent(to)}` : "/login";
}

export default function SecondStep() {
  const { t } = useWords();
  const [search] = useSearchParams();
  return (
    <FrontFrame>
      <div className="mx-auto grid max-w-form gap-s5">
        <Title level={1} size="l">
          {t(m.account_second_title)}
        </Title>
        <FactorCodeForm submit={t(m.auth_sign_in)} />
        <PasskeyButton action={`/login/passkey?${search.toString()}`} />
      </div>
    </FrontFrame>
  );
}
