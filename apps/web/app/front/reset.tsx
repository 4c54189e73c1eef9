import { askForReset } from "@guildhall/auth";
import { askForResetInput } from "@guildhall/auth/schemas";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, TextLink } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { answerForm } from "../server/form-action.ts";
import { pageTitle } from "../shell/page-title.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";
import { knock, porchOf } from "./knock.ts";
import { ResetForm } from "./reset-form.tsx";

const door = route({ area: "public", search: z.object({ sent: z.literal("yes").optional().catch(undefined) }) });

export const loader = door.loader(async ({ search }) => ({ sent: search.sent === "yes" }));

export const action = door.action(async ({ request, house, visit }) =>
  answerForm(await request.formData(), askForResetInput, async (input) => {
    await askForReset(porchOf(house), input, await knock(request, house, visit));
    return seeOther("/reset?sent=yes");
  }),
);

export const meta = pageTitle(m.signin_reset_title);

export default function Reset() {
  const { sent } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const back = (
    <TextLink href="/login" alone>
      {t(m.signin_back)}
    </TextLink>
  );
  if (!sent)
    return (
      <DoorPage title={t(m.signin_reset_title)} text={t(m.signin_reset_text)} aside={back}>
        <ResetForm />
      </DoorPage>
    );
  return (
    <DoorPage title={t(m.signin_reset_sent_title)} text={t(m.signin_reset_sent_text)} aside={back}>
      <div>
        <ButtonLink href="/reset">{t(m.signin_reset_again)}</ButtonLink>
      </div>
    </DoorPage>
  );
}
