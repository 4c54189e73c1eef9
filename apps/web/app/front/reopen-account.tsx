import { mayReopen, reopenAccount } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Row, SubmitRow } from "@guildhall/ui";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { pageTitle } from "../shell/page-title.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";

export const meta = pageTitle(m.account_back_title);

const here = route({ area: "public", params: z.object({ token: z.string().max(100) }) });

export const loader = here.loader(async ({ house, params }) => ({
  open: await mayReopen(house.database, params.token, new Date()),
}));

export const action = here.action(async ({ house, params, request }) =>
  answerForm(await request.formData(), z.object({}), async () => {
    await reopenAccount(house.database, params.token, new Date());
    return seeOther("/login");
  }),
);

/** The way back from a closed account. It takes a press, since programs that scan mail open every link. */
export default function ReopenAccount() {
  const { t } = useWords();
  const { open } = useLoaderData<typeof loader>();
  const pending = useNavigation().state === "submitting";
  if (!open)
    return (
      <DoorPage title={t(m.account_back_over_title)} text={t(m.account_back_over_text)}>
        <Row>
          <ButtonLink href="/login">{t(m.auth_sign_in)}</ButtonLink>
        </Row>
      </DoorPage>
    );
  return (
    <DoorPage title={t(m.account_back_title)} text={t(m.account_back_text)}>
      <Form method="post">
        <SubmitRow label={t(m.account_back)} pending={pending} />
      </Form>
    </DoorPage>
  );
}
