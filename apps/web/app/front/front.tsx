import { m } from "@guildhall/i18n/messages";
import { ButtonLink, HouseStamp, Icon, TextLink, Title } from "@guildhall/ui";
import { useRouteLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import type { RootData } from "../shell/root-data.ts";
import { useWords } from "../shell/words.ts";
import { Letter } from "./letter.tsx";

export const loader = route({ area: "public" }).loader(async () => null);

/** The front door: what this house is, shown by one person's record, and the way in. */
export default function Front() {
  return (
    <FrontFrame>
      <Welcome />
      <Rooms />
      <Steps />
      <Promises />
    </FrontFrame>
  );
}

function Welcome() {
  const { t } = useWords();
  const user = useRouteLoaderData<RootData>("root")?.user ?? null;
  return (
    <section className="grid items-center gap-s7 py-s5 lg:grid-cols-2 lg:py-s7">
      <div className="max-w-read">
        <Title level={1} size="l">
          {t(m.shell_front_title)}
        </Title>
        <p className="mt-s5 text-l leading-read text-ink-2">{t(m.shell_front_lead)}</p>
        <p className="mt-s6 flex flex-wrap items-center gap-s4">
          <ButtonLink look="primary" size="l" href={user ? "/account" : "/signup"}>
            {user ? t(m.shell_front_open) : t(m.shell_front_begin)}
          </ButtonLink>
          {!user && <TextLink href="/login">{t(m.shell_front_sign_in)}</TextLink>}
        </p>
        {!user && <p className="mt-s3 text-s text-ink-3">{t(m.shell_front_begin_text)}</p>}
      </div>
      <Letter />
    </section>
  );
}

const rooms = [
  ["people", m.shell_front_people_title, m.shell_front_people_text],
  ["ticket", m.shell_front_events_title, m.shell_front_events_text],
  ["document", m.shell_front_documents_title, m.shell_front_documents_text],
] as const;

function Rooms() {
  const { t } = useWords();
  return (
    <section aria-labelledby="rooms" className="mt-s7 border-t pt-s6">
      <Title level={2} size="l" id="rooms">
        {t(m.shell_front_rooms_title)}
      </Title>
      <ul className="mt-s5 grid gap-s6 md:grid-cols-3">
        {rooms.map(([icon, title, text]) => (
          <li key={icon}>
            <span className="flex items-center gap-s2 text-seal">
              <Icon name={icon} />
              <Title level={3}>{t(title)}</Title>
            </span>
            <p className="mt-s2 leading-read text-ink-2">{t(text)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const steps = [m.shell_front_step_1, m.shell_front_step_2, m.shell_front_step_3];

function Steps() {
  const { t, locale } = useWords();
  const numerals = locale === "zh-CN" ? ["一", "二", "三"] : ["1", "2", "3"];
  return (
    <section aria-labelledby="steps" className="mt-s8 rounded-r3 bg-sunk px-s5 py-s6 sm:px-s7">
      <Title level={2} size="l" id="steps">
        {t(m.shell_front_steps_title)}
      </Title>
      <ol className="mt-s5 grid gap-s5 md:grid-cols-3">
        {steps.map((step, at) => (
          <li key={numerals[at]} className="flex items-start gap-s4">
            <span aria-hidden="true" className="font-title text-mark leading-title font-semibold text-seal">
              {numerals[at]}
            </span>
            <p className="leading-read">{t(step)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

const promises = [
  [m.shell_front_one_title, m.shell_front_one_text],
  [m.shell_front_two_title, m.shell_front_two_text],
  [m.shell_front_three_title, m.shell_front_three_text],
] as const;

function Promises() {
  const { t } = useWords();
  return (
    <section className="mt-s8">
      <ul className="grid gap-s6 md:grid-cols-3">
        {promises.map(([title, text]) => (
          <li key={t(title)} className="border-t pt-s4">
            <Title level={2}>{t(title)}</Title>
            <p className="mt-s2 leading-read text-ink-2">{t(text)}</p>
          </li>
        ))}
      </ul>
      <p className="mt-s8 flex items-center justify-center gap-s4 font-title text-l text-ink-2">
        <HouseStamp />
        {t(m.shell_front_end)}
      </p>
    </section>
  );
}
