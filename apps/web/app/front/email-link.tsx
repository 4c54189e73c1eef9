import {
  confirmEmailChange,
  readEmailChange,
  readEmailVerification,
  refuseEmailChange,
  verifyEmail,
} from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { Button, ButtonLink, Row } from "@guildhall/ui";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FormSummary } from "../shell/form-summary.tsx";
import { pageTitle } from "../shell/page-title.ts";
import { useSchemaForm } from "../shell/use-schema-form.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";
import { knock, porchOf } from "./knock.ts";

const results = ["moved", "waiting", "refused", "verified"] as const;
const door = route({
  area: "public",
  params: z.object({ token: z.string().max(2_000) }),
  search: z.object({ done: z.enum(results).optional().catch(undefined) }),
});
const answerInput = z.object({ answer: z.enum(["confirm", "refuse", "verify"]) });

export const loader = door.loader(async ({ house, visit, params: { token }, search }) => {
  const [porch, now] = [porchOf(house), { at: new Date() }];
  const change = await readEmailChange(porch, token, now);
  const email = change ? null : await readEmailVerification(porch, token, now);
  return { change, email, done: search.done, signedIn: (await visit.session()) !== null };
});

export const action = door.action(async ({ request, house, visit, params: { token } }) =>
  answerForm(await request.formData(), answerInput, async ({ answer }) => {
    const [porch, arrival] = [porchOf(house), await knock(request, house, visit)];
    const here = `/email/${encodeURIComponent(token)}`;
    if (answer === "verify")
      return seeOther((await verifyEmail(porch, token, arrival)) ? `${here}?done=verified` : here);
    if (answer === "refuse")
      return seeOther((await refuseEmailChange(porch, token, arrival)) ? `${here}?done=refused` : here);
    const came = await confirmEmailChange(porch, token, arrival);
    return seeOther(came ? `${here}?done=${came}` : here);
  }),
);

export const meta = pageTitle(m.auth_email);

export default function EmailLink() {
  const { change, email, done, signedIn } = useLoaderData<typeof loader>();
  const { t } = useWords();
  if (change)
    return (
      <DoorPage
        title={t(change.side === "old" ? m.signin_change_old_title : m.signin_change_new_title)}
        text={t(m.signin_change_text, { from: change.oldEmail, to: change.newEmail })}
      >
        <Answers yes="confirm" label={t(m.signin_change_confirm)} no={t(m.signin_change_refuse)} />
      </DoorPage>
    );
  if (email !== null)
    return (
      <DoorPage title={t(m.signin_verify_title)} text={t(m.signin_verify_text, { email })}>
        <Answers yes="verify" label={t(m.signin_verify)} />
      </DoorPage>
    );
  const [title, text] = done ? saying[done] : [m.signin_link_gone_title, m.signin_email_gone_text];
  return (
    <DoorPage title={t(title)} text={t(text)}>
      <Row>
        <ButtonLink look="primary" size="l" href={signedIn ? "/account" : "/login"}>
          {signedIn ? t(m.signin_to_account) : t(m.auth_sign_in)}
        </ButtonLink>
        {done === "refused" && (
          <ButtonLink size="l" href="/reset">
            {t(m.signin_set_password)}
          </ButtonLink>
        )}
      </Row>
    </DoorPage>
  );
}

const saying = {
  moved: [m.signin_moved_title, m.signin_moved_text],
  waiting: [m.signin_waiting_title, m.signin_waiting_text],
  refused: [m.signin_refused_title, m.signin_refused_text],
  verified: [m.signin_verified_title, m.signin_verified_text],
} as const;

interface AnswersProps {
  readonly yes: "confirm" | "verify";
  readonly label: string;
  readonly no?: string;
}

function Answers({ yes, label, no }: AnswersProps) {
  const { summary } = useSchemaForm(answerInput);
  const pending = useNavigation().state === "submitting";
  return (
    <>
      <FormSummary summary={summary} />
      <Form method="post">
        <Row>
          <Button type="submit" name="answer" value={yes} look="primary" size="l" pending={pending}>
            {label}
          </Button>
          {no && (
            <Button type="submit" name="answer" value="refuse" size="l" disabled={pending}>
              {no}
            </Button>
          )}
        </Row>
      </Form>
    </>
  );
}
