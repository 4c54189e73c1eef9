import { graceDays } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Row, Title } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { titled } from "../account/titled.ts";
import { route } from "../server/define-route.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import { useWords } from "../shell/words.ts";

export const meta = titled(m.account_closed_title);

export const loader = route({ area: "public" }).loader(async () => ({ days: graceDays }));

export default function AccountClosed() {
  const { t } = useWords();
  const { days } = useLoaderData<typeof loader>();
  return (
    <FrontFrame>
      <div className="mx-auto grid max-w-form gap-s5">
        <Title level={1} size="l">
          {t(m.account_closed_title)}
        </Title>
        <p className="leading-read text-ink-2">{t(m.account_closed_text, { days })}</p>
        <Row>
          <ButtonLink href="/">{t(m.shell_back_home)}</ButtonLink>
        </Row>
      </div>
    </FrontFrame>
  );
}
