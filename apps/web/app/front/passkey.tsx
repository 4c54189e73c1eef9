import { signInWithPasskey } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Notice, Title, useAwake } from "@guildhall/ui";
import { redirect } from "@remix-run/node";
import { useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { titled } from "../account/titled.ts";
import { answerSignIn } from "../server/answer-sign-in.ts";
import { route, safeReturn } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { FrontFrame } from "../shell/front-frame.tsx";
import { PasskeyButton } from "../shell/passkey-button.tsx";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";

export const meta = titled(m.account_passkey_sign_in_title);

const door = route({ area: "public", search: z.object({ to: z.string().max(2_000).optional() }) });
const answerInput = z.object({ credential: z.string().max(20_000).default("") });

export const loader = door.loader(async ({ visit, search }) => {
  if (await visit.session()) return redirect(safeReturn(search.to ?? null, "/account"));
  return null;
});

export const action = door.action(async ({ request, house, visit, search }) =>
  answerForm(await request.formData(), answerInput, async ({ credential }) => {
    const outcome = await signInWithPasskey(house, {
      credential,
      device: { userAgent: visit.userAgent, ip: visit.ip },
      previousToken: house.sessions.readCookie(request.headers.get("cookie")),
      now: new Date(),
    });
    return answerSignIn(house, outcome, safeReturn(search.to ?? null, "/account"));
  }),
);

export default function SignInWithPasskey() {
  const { t } = useWords();
  const [search] = useSearchParams();
  const awake = useAwake();
  const { summary } = useSchemaForm(answerInput);
  const query = search.toString();
  return (
    <FrontFrame>
      <div className="mx-auto grid max-w-form gap-s5">
        <div>
          <Title level={1} size="l">
            {t(m.account_passkey_sign_in_title)}
          </Title>
          <p className="mt-s2 text-ink-2">{t(m.account_passkey_sign_in_text)}</p>
        </div>
        <FormSummary summary={summary} />
        {!awake && <Notice title={t(m.account_passkey_script)} />}
        <PasskeyButton action={`/login/passkey?${query}`} look="primary" />
        <ButtonLink look="quiet" href={`/login?${query}`}>
          {t(m.account_other_way)}
        </ButtonLink>
      </div>
    </FrontFrame>
  );
}
