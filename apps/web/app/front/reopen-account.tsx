import { mayReopen, reopenAccount } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Row, SubmitRow, Title } from "@guildhall/ui";
import { Form, useLoaderData, useNavigation } from "@remix-run/react";
import { z } from "zod";
import { titled } from "../account/titled.ts";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import { useWords } from "../shell/words.ts";

export const meta = titled(m.account_back_title);

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
  return (
    <FrontFrame>
      <div className="mx-auto grid max-w-form gap-s5">
        <Title level={1} size="l">
          {open ? t(m.account_back_title) : t(m.account_back_over_title)}
        </Title>
        <p className="leading-read text-ink-2">{open ? t(m.account_back_text) : t(m.account_back_over_text)}</p>
        {open ? (
          <Form method="post">
            <SubmitRow label={t(m.account_back)} pending={pending} />
          </Form>
        ) : (
          <Row>
            <ButtonLink href="/login">{t(m.auth_sign_in)}</ButtonLink>
          </Row>
        )}
      </div>
    </FrontFrame>
  );
}
