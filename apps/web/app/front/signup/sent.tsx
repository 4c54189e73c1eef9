import { m } from "@guildhall/i18n/messages";
import { resendSignUpMail } from "@guildhall/people";
import { Button, HouseStamp, Notice, TextLink, Title } from "@guildhall/ui";
import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useNavigation } from "@remix-run/react";
import { route } from "../../server/define-route.ts";
import { FrontFrame } from "../../shell/front-frame.tsx";
import { pageTitle } from "../../shell/page-title.ts";
import { useWords } from "../../shell/words.ts";
import { readSignUpCookie } from "./sign-up-cookie.ts";

const door = route({ area: "public" });

export const loader = door.loader(async ({ request, house }) => {
  const signUp = readSignUpCookie(request.headers.get("cookie"));
  if (!signUp) return redirect("/signup");
  return { email: signUp.email, slug: signUp.slug, mailbox: house.config.embedded && !house.config.SMTP_URL };
});

export const action = door.action(async ({ request, house, visit }) => {
  const signUp = readSignUpCookie(request.headers.get("cookie"));
  if (!signUp) return redirect("/signup", 303);
  await resendSignUpMail(house.database, signUp.key, { ip: visit.ip, now: new Date() });
  return data({ sentAgain: true });
});

export const meta = pageTitle(m.signup_sent_title);

export default function Sent() {
  const { email, slug, mailbox } = useLoaderData<typeof loader>();
  const sentAgain = useActionData<typeof action>()?.sentAgain ?? false;
  const pending = useNavigation().state === "submitting";
  const { t } = useWords();
  return (
    <FrontFrame>
      <div className="framed mx-auto grid max-w-letter gap-s5 bg-surface px-s5 py-s7 sm:px-s7">
        <HouseStamp size="l" turned />
        <div>
          <Title level={1} size="l">
            {t(m.signup_sent_title)}
          </Title>
          <p className="mt-s3 max-w-read text-l leading-read break-words text-ink-2">
            {t(m.signup_sent_text, { email })}
          </p>
          <p className="mt-s2 max-w-read leading-read break-words text-ink-2">{t(m.signup_sent_slug, { slug })}</p>
        </div>
        {sentAgain && <Notice tone="success" live title={t(m.signup_sent_again)} />}
        {mailbox && (
          <Notice>
            {t(m.signup_sent_here)}{" "}
            <TextLink href="/dev/mail" alone>
              /dev/mail
            </TextLink>
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-s3 border-t pt-s4">
          <span className="text-ink-2">{t(m.signup_sent_nothing)}</span>
          <Form method="post">
            <Button type="submit" size="s" pending={pending}>
              {t(m.signup_send_again)}
            </Button>
          </Form>
          <TextLink href="/signup" alone>
            {t(m.signup_other_address)}
          </TextLink>
        </div>
      </div>
    </FrontFrame>
  );
}
