import { makeUnsubscribeToken } from "@guildhall/mail";
import { makeNoticeToken } from "@guildhall/notify";
import { type TestHouse, testSecret } from "../use-house.ts";
import { walker } from "../walker.ts";
import {
  aPassword,
  type Door,
  enter,
  inviteColleague,
  letterAfter,
  lin,
  newAccount,
  newColleague,
  somebody,
  type Ways,
  withApp,
} from "./door.ts";

/** To the forms of the front door, behind what is sent by mail. */
export function frontDoors(house: TestHouse): Readonly<Record<string, Ways>> {
  const at = (path: string, visitor = walker(house)): Door => ({ path, cookie: visitor.cookie() });

  const askForLink = async () => {
    const { email } = await newColleague(house);
    const visitor = walker(house);
    const { path } = await letterAfter(house, email, () => visitor.go("/login", { by: "link", email }));
    return { path, visitor };
  };
  const signUp = async () => {
    const [visitor, email] = [walker(house), somebody()];
    const hall = { company: "茶社", slug: email.split("@")[0] ?? "", fullName: "Ada", email, password: aPassword };
    const { path } = await letterAfter(house, email, () => visitor.go("/signup", hall));
    return { path, visitor };
  };
  const moveAddress = async () => {
    const { email, visitor } = await newColleague(house);
    const next = somebody();
    const { path } = await letterAfter(house, next, () => visitor.go("/account/security/email", { email: next }));
    return { path, visitor, email };
  };
  const atSecondStep = async () => {
    const { email } = await withApp(house);
    return enter(house, email, aPassword);
  };
  const hallId = async () => (await house.db.owner.query("select id from tenant where slug = 'yuanshan'")).rows[0].id;

  return {
    "front/login": {
      "by password or link": async () => at("/login"),
      "by SMS": async () => at("/login?by=sms"),
    },
    "front/login-code": {
      "with nothing under way": async () => at("/login/code"),
      "with a code under way": async () => at("/login/code", (await askForLink()).visitor),
    },
    "front/login-link": {
      "that never was": async () => at("/login/link/never"),
      "where it was asked for": async () => {
        const { path, visitor } = await askForLink();
        return at(path, visitor);
      },
      "in another browser": async () => at((await askForLink()).path),
    },
    "front/reset-link": {
      "that never was": async () => at("/reset/never"),
      "that was mailed": async () => {
        const { email } = await newColleague(house);
        return at((await letterAfter(house, email, () => walker(house).go("/reset", { email }))).path);
      },
    },
    "front/email-link": { "of a change": async () => at((await moveAddress()).path) },
    "front/signup/sent": { "after signing up": async () => at("/signup/sent", (await signUp()).visitor) },
    "front/signup/accept": {
      "where it was asked for": async () => {
        const { path, visitor } = await signUp();
        return at(path, visitor);
      },
      "in another browser": async () => at((await signUp()).path),
      "when its address has gone to another": async () => {
        const { path, visitor } = await signUp();
        await house.db.owner.query(
          "update sign_up set slug = 'harbor' where id = (select id from sign_up order by created_at desc, id desc limit 1)",
        );
        return at(path, visitor);
      },
    },
    "front/join/join": {
      "by mail, as nobody yet": async () => at((await inviteColleague(house, somebody())).path),
      "by mail, as somebody else": async () =>
        at((await inviteColleague(house, somebody())).path, await enter(house, "maya@harbor.example")),
      "by mail, as the right one": async () => {
        const { email, visitor } = await newAccount(house);
        return at((await inviteColleague(house, email)).path, visitor);
      },
      "by a link that was passed on": async () => at(await staffLink(house)),
    },
    "front/join/confirm": {
      "after a link that was passed on": async () => {
        const [link, email] = [await staffLink(house), somebody()];
        return at((await letterAfter(house, email, () => walker(house).go(link, { act: "prove", email }))).path);
      },
    },
    "front/second-step": {
      "by app": async () => at("/login/second", await atSecondStep()),
      "by recovery code": async () => at("/login/second?by=recovery", await atSecondStep()),
    },
    "front/reopen-account": {
      "of an account just closed": async () => {
        const { email, visitor } = await newAccount(house);
        const { path } = await letterAfter(house, email, () => visitor.go("/account/data", { confirmation: email }));
        return at(path);
      },
    },
    "letters/unsubscribe": {
      "by the link of a mail": async () => {
        const tenantId = await hallId();
        const address = { channel: "email", address: "a@example.com", purpose: "events" } as const;
        return at(`/unsubscribe/${makeUnsubscribeToken(testSecret, { tenantId, ...address })}`);
      },
    },
    "letters/notice-choices": {
      "by the link of a mail": () => atNoticeLink(house, 0),
      "by the link of an old mail": () => atNoticeLink(house, 100),
    },
  };
}

async function atNoticeLink(house: TestHouse, daysOld: number): Promise<Door> {
  const { rows } = await house.db.owner.query(
    "select m.tenant_id, m.person_id from membership m join tenant t on t.id = m.tenant_id where t.slug = 'yuanshan' and m.role = 'manager'",
  );
  const [{ tenant_id: tenantId, person_id: personId }] = rows;
  const writtenAt = new Date(Date.now() - daysOld * 86_400_000);
  return {
    path: `/notices/${makeNoticeToken(testSecret, { tenantId, personId, stops: "team", writtenAt })}`,
    cookie: "",
  };
}

/** An invitation that is good for whoever holds it. */
async function staffLink(house: TestHouse): Promise<string> {
  const owner = walker(house, await house.signIn(lin));
  await owner.go("/w/yuanshan/settings/staff/link", { role: "viewer", maxUses: "50", days: "7" });
  const page = await (await owner.go("/w/yuanshan/settings/staff")).text();
  return /\/join\/yuanshan\/[\w.-]+/.exec(page)?.[0] ?? "no link is shown";
}
