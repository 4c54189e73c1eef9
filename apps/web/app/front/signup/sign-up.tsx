import { m } from "@guildhall/i18n/messages";
import { beginSignUp, openHall } from "@guildhall/people";
import { openHallInput, signUpInput } from "@guildhall/people/schemas";
import { Title } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { useState } from "react";
import { route, seeOther } from "../../server/define-route.ts";
import { answerForm } from "../../server/form-action.ts";
import { FrontFrame } from "../../shell/front-frame.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { HallPreview } from "./hall-preview.tsx";
import { signUpCookie } from "./sign-up-cookie.ts";
import { SignUpForm } from "./sign-up-form.tsx";

const door = route({ area: "public" });

export const loader = door.loader(async ({ visit, house }) => ({
  host: `${new URL(house.publicUrl()).host}/w/`,
  email: (await visit.session())?.user.email ?? null,
}));

export const action = door.action(async ({ request, house, visit }) => {
  const form = await request.formData();
  const session = await visit.session();
  const locale = await visit.locale();
  const now = new Date();
  if (session)
    return answerForm(form, openHallInput, async (hall) => {
      const { id: userId, email } = session.user;
      const slug = await openHall(house.database, hall, { userId, email, locale, now });
      return seeOther(`/w/${slug}`);
    });
  return answerForm(form, signUpInput, async (signUp) => {
    const { slug, email, browserKey } = await beginSignUp(house.database, signUp, { ip: visit.ip, locale, now });
    const secure = house.config.PUBLIC_URL?.startsWith("https:") ?? false;
    return seeOther("/signup/sent", { "set-cookie": signUpCookie({ key: browserKey, email, slug }, secure) });
  });
});

export const meta = pageTitle(m.signup_title);

export default function SignUp() {
  const { host, email } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const [hall, setHall] = useState({ company: "", slug: "" });
  return (
    <FrontFrame>
      <div className="mx-auto grid max-w-letter gap-s7 md:grid-cols-[minmax(0,var(--width-form))_minmax(0,1fr)]">
        <div className="grid gap-s5">
          <div>
            <Title level={1} size="l">
              {email ? t(m.signup_further_title) : t(m.signup_title)}
            </Title>
            <p className="mt-s2 leading-read text-ink-2">
              {email ? t(m.signup_further_text, { email }) : t(m.signup_text)}
            </p>
          </div>
          <SignUpForm key={email} host={host} signedIn={email !== null} onHall={setHall} />
        </div>
        <HallPreview host={host} {...hall} />
      </div>
    </FrontFrame>
  );
}
