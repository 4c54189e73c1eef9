import { m } from "@guildhall/i18n/messages";
import { ButtonLink, HouseStamp, Title } from "@guildhall/ui";
import { useRouteLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import type { RootData } from "../shell/root-data.ts";
import { useWords } from "../shell/words.ts";

export const loader = route({ area: "public" }).loader(async () => null);

export default function Front() {
  const { t } = useWords();
  const user = useRouteLoaderData<RootData>("root")?.user ?? null;
  const promises = [
    [m.shell_front_one_title, m.shell_front_one_text],
    [m.shell_front_two_title, m.shell_front_two_text],
    [m.shell_front_three_title, m.shell_front_three_text],
  ] as const;
  return (
    <FrontFrame>
      <section className="framed flex flex-col gap-s6 bg-surface px-s5 py-s7 sm:flex-row sm:items-center sm:justify-between sm:px-s7 sm:py-s8">
        <div className="max-w-read">
          <Title level={1} size="l">
            {t(m.shell_front_title)}
          </Title>
          <p className="mt-s4 text-l leading-read text-ink-2">{t(m.shell_front_lead)}</p>
          <p className="mt-s6">
            <ButtonLink look="primary" size="l" href={user ? "/account" : "/login"}>
              {user ? t(m.shell_front_open) : t(m.shell_front_sign_in)}
            </ButtonLink>
          </p>
        </div>
        <HouseStamp size="xl" turned />
      </section>
      <ul className="mt-s7 grid gap-s6 md:grid-cols-3">
        {promises.map(([title, text]) => (
          <li key={t(title)} className="border-t pt-s4">
            <Title level={2}>{t(title)}</Title>
            <p className="mt-s2 leading-read text-ink-2">{t(text)}</p>
          </li>
        ))}
      </ul>
    </FrontFrame>
  );
}
