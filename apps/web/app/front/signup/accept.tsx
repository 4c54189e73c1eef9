import { m } from "@guildhall/i18n/messages";
import { acceptSignUp, readSignUp } from "@guildhall/people";
import { acceptSignUpInput } from "@guildhall/people/schemas";
import { ButtonLink, HouseStamp, Title } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import type { Visit } from "../../server/visit.ts";
import { FrontFrame } from "../../shell/front-frame.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { AcceptLetter } from "./accept-letter.tsx";
import { readSignUpCookie, signUpCookie } from "./sign-up-cookie.ts";

const door = route({ area: "public", params: z.object({ token: z.string().max(200) }) });

// Looking changes nothing: mail programs open links by themselves.
export const loader = door.loader(async ({ request, house, visit, params }) => {
  const signUp = await readSignUp(house.database, params.token, await openerOf(request, visit));
  const here = `/signup/${params.token}`;
  const session = await visit.session();
  return { signUp, here, host: `${new URL(house.publicUrl()).host}/w/`, signedInAs: session?.user.email ?? null };
});

export const action = door.action(async ({ request, house, visit, params }) =>
  answerForm(await request.formData(), acceptSignUpInput, async (answer) => {
    const { slug, signIn } = await acceptSignUp(house, params.token, answer, {
      ...(await openerOf(request, visit)),
      ip: visit.ip,
      device: { userAgent: visit.userAgent, ip: visit.ip },
      previousToken: house.sessions.readCookie(request.headers.get("cookie")),
    });
    const headers = new Headers({
      "set-cookie": signUpCookie(null, house.config.PUBLIC_URL?.startsWith("https:") ?? false),
    });
    if (signIn?.kind === "signed-in") headers.append("set-cookie", house.sessions.cookie(signIn.token));
    return seeOther(`/w/${slug}`, headers);
  }),
);

async function openerOf(request: Request, visit: Visit) {
  return {
    browserKey: readSignUpCookie(request.headers.get("cookie"))?.key ?? null,
    userId: (await visit.session())?.user.id ?? null,
    now: new Date(),
  };
}

export const meta = pageTitle(m.signup_open);

export default function Accept() {
  const { signUp, ...surroundings } = useLoaderData<typeof loader>();
  const { t } = useWords();
  return (
    <FrontFrame>
      <div className="mx-auto max-w-letter">
        {signUp ? (
          <AcceptLetter signUp={signUp} {...surroundings} />
        ) : (
          <div className="framed grid justify-items-start gap-s5 bg-surface px-s5 py-s7 sm:px-s7">
            <HouseStamp size="l" turned />
            <div>
              <Title level={1} size="l">
                {t(m.signup_gone_title)}
              </Title>
              <p className="mt-s3 max-w-read leading-read text-ink-2">{t(m.signup_gone_text)}</p>
            </div>
            <span className="flex flex-wrap gap-s2">
              <ButtonLink look="primary" href="/login">
                {t(m.auth_sign_in)}
              </ButtonLink>
              <ButtonLink href="/signup">{t(m.signup_again)}</ButtonLink>
            </span>
          </div>
        )}
      </div>
    </FrontFrame>
  );
}
