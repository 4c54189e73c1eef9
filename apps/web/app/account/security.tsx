import { beginAuthenticator, listFactors, listPasskeys, provesTwoFactors, removeAuthenticator } from "@guildhall/auth";
import { notFound } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Notice, PageHeader, Stack } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { route, seeOther } from "../server/define-route.ts";
import { keepToken, whoIsHere } from "../server/who-is-here.ts";
import { pageTitle } from "../shell/page-title.ts";
import { useWords } from "../shell/words.ts";
import { AuthenticatorPart } from "./security/authenticator-part.tsx";
import { findAskingHall } from "./security/find-asking-hall.ts";
import { HallAsks } from "./security/hall-asks.tsx";
import { PasskeyList } from "./security/passkey-list.tsx";
import { WaysIn } from "./security/ways-in.tsx";

export const meta = pageTitle(m.account_security_title);

const doneSchema = z
  .enum(["passkey-added", "passkey-removed", "app-removed", "password-changed"])
  .optional()
  .catch(undefined);
const here = route({ area: "account", search: z.object({ for: z.string().max(60).optional(), done: doneSchema }) });

export const loader = here.loader(async ({ visit, house, search }) => {
  const who = await whoIsHere(visit);
  return {
    email: who.user.email,
    factors: await listFactors(house.database, who.user.id),
    passkeys: await listPasskeys(house.database, who),
    timeZone: who.user.timeZone ?? "UTC",
    asking: await findAskingHall(visit, search.for),
    provedTwo: provesTwoFactors(who.proved),
    done: search.done,
  };
});

export const action = here.action(async ({ request, visit, house }) => {
  const who = await whoIsHere(visit);
  const { act } = Object.fromEntries(await request.formData());
  if (act === "begin-app") {
    const token = await beginAuthenticator(house, who, new Date());
    return seeOther(`/account/security/app?setup=${token}`);
  }
  if (act !== "remove-app") throw notFound();
  keepToken({ house, visit }, await removeAuthenticator(house.database, who, new Date()));
  return seeOther("/account/security?done=app-removed");
});

export default function Security() {
  const { t } = useWords();
  const { email, factors, passkeys, timeZone, asking, provedTwo, done } = useLoaderData<typeof loader>();
  const news = {
    "passkey-added": m.account_done_passkey_added,
    "passkey-removed": m.account_done_passkey_removed,
    "app-removed": m.account_done_app_removed,
    "password-changed": m.account_done_password_changed,
  };
  return (
    <Stack gap={6}>
      <PageHeader size="l" title={t(m.account_security_title)} description={t(m.account_security_text)} />
      {done && (
        <Notice tone="success" live title={t(news[done])}>
          {t(m.account_done_others_ended)}
        </Notice>
      )}
      {asking && <HallAsks hall={asking} hasFactor={factors.app || passkeys.length > 0} provedTwo={provedTwo} />}
      <WaysIn email={email} phone={factors.phone} hasPassword={factors.password} />
      <PasskeyList passkeys={passkeys} timeZone={timeZone} />
      <AuthenticatorPart app={factors.app} codesLeft={factors.recoveryCodesLeft} />
    </Stack>
  );
}
