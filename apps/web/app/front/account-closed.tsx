import { graceDays } from "@guildhall/auth";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, Row } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { pageTitle } from "../shell/page-title.ts";
import { useWords } from "../shell/words.ts";
import { DoorPage } from "./door-page.tsx";

export const meta = pageTitle(m.account_closed_title);

export const loader = route({ area: "public" }).loader(async () => ({ days: graceDays }));

export default function AccountClosed() {
  const { t } = useWords();
  const { days } = useLoaderData<typeof loader>();
  return (
    <DoorPage title={t(m.account_closed_title)} text={t(m.account_closed_text, { days })}>
      <Row>
        <ButtonLink href="/">{t(m.shell_back_home)}</ButtonLink>
      </Row>
    </DoorPage>
  );
}
