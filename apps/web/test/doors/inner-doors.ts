import { randomBytes } from "node:crypto";
import { expect } from "vitest";
import type { TestHouse } from "../use-house.ts";
import { type Walker, walker } from "../walker.ts";
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

const at = (path: string, visitor: Walker): Door => ({ path, cookie: visitor.cookie() });

/** To the forms of an account that ask for something to be begun first. */
export function accountDoors(house: TestHouse): Readonly<Record<string, Ways>> {
  return {
    "account/prove": {
      "by password": async () => at("/account/prove", (await newColleague(house)).visitor),
      "by app": async () => at("/account/prove?by=code", (await withApp(house)).visitor),
      "by recovery code": async () => at("/account/prove?by=recovery", (await withApp(house)).visitor),
    },
    "account/security/authenticator": {
      "while it is set up": async () => {
        const { visitor } = await newColleague(house);
        const setUp = await visitor.go("/account/security", { act: "begin-app" });
        return at(setUp.headers.get("location") ?? "", visitor);
      },
    },
    "account/security/passkey": {
      "of one's own": async () => {
        const { email, visitor } = await newColleague(house);
        const id = randomBytes(24).toString("base64url");
        await house.db.owner.query(
          `insert into passkey (id, user_id, public_key, counter, name, backed_up, created_at)
           select $1, id, '\\x00', 0, 'Laptop', false, now() from user_account where email = $2`,
          [id, email],
        );
        return at(`/account/security/passkey?id=${id}`, visitor);
      },
    },
    "account/security/email": {
      "while a change waits": async () => {
        const { visitor } = await newColleague(house);
        const next = somebody();
        await letterAfter(house, next, () => visitor.go("/account/security/email", { email: next }));
        return at("/account/security/email", visitor);
      },
      "with nothing under way": async () => at("/account/security/email", (await newColleague(house)).visitor),
    },
    "account/data": {
      "of somebody who owns no hall": async () => at("/account/data", (await newAccount(house)).visitor),
    },
  };
}

/** To the forms of a hall that are about somebody or something in it. */
export function hallDoors(house: TestHouse): Readonly<Record<string, Ways>> {
  const owner = async () => walker(house, await house.signIn(lin));
  const one = async (sql: string, values: readonly unknown[] = []): Promise<string> =>
    (await house.db.owner.query(sql, [...values])).rows[0].id;
  const newPerson = async (): Promise<string> => {
    const name = somebody();
    const added = await (await owner()).go("/w/yuanshan/people/new", { fullName: name });
    expect(added.status).toBe(303);
    return one("select id from person where full_name = $1", [name]);
  };
  const personOf = async (email: string) =>
    one("select l.person_id as id from login l join user_account u on u.id = l.user_id where u.email = $1", [email]);
  const colleague = async () => personOf((await newColleague(house)).email);
  const newMember = async () => {
    const { email, visitor } = await newColleague(house);
    expect((await visitor.go("/w/yuanshan/settings/staff/leave", { afterwards: "member" })).status).toBe(303);
    return personOf(email);
  };
  const aboutStaff = (rest: string) => async () =>
    at(`/w/yuanshan/settings/staff/${await colleague()}${rest}`, await owner());

  return {
    "workspace/home/home": {
      "at first": async () => {
        await house.db.owner.query("delete from starter_step");
        return at("/w/yuanshan", await owner());
      },
      "while it is being closed": async () => {
        await house.db.owner.query("delete from starter_step");
        const closer = await enter(house, "maya@harbor.example");
        await closer.go("/w/harbor/settings/data", { act: "close", slug: "harbor" });
        return at("/w/harbor", closer);
      },
    },
    "workspace/people/person": {
      "as staff see it": async () => at(`/w/yuanshan/people/${await newPerson()}`, await owner()),
    },
    "workspace/people/personal-link": {
      "before there is one": async () => at(`/w/yuanshan/people/${await newPerson()}/link`, await owner()),
      "once there is one": async () => {
        const [visitor, path] = [await owner(), `/w/yuanshan/people/${await newPerson()}/link`];
        await visitor.go(path, { act: "make" });
        return at(path, visitor);
      },
    },
    "workspace/members/requests": {
      "with somebody waiting": async () => {
        await letJoin(house, "approval");
        const { visitor } = await newAccount(house);
        await visitor.go("/c/yuanshan/join", { fullName: "等候者" });
        return at("/w/yuanshan/members", await owner());
      },
    },
    "workspace/members/remove-member": {
      "of a member": async () => at(`/w/yuanshan/members/${await newMember()}/remove`, await owner()),
    },
    "workspace/settings/staff/member": { "of somebody on the staff": aboutStaff("") },
    "workspace/settings/staff/remove": { "of somebody on the staff": aboutStaff("/remove") },
    "workspace/settings/staff/leave": {
      "of somebody on the staff": async () =>
        at("/w/yuanshan/settings/staff/leave", (await newColleague(house)).visitor),
    },
    "workspace/settings/staff/staff": {
      "with an invitation that waits": async () => {
        await inviteColleague(house, somebody());
        return at("/w/yuanshan/settings/staff", await owner());
      },
    },
    "console/halls/hall": {
      "of a hall": async () => {
        const hall = await one("select id from tenant where slug = 'harbor'");
        return at(`/console/halls/${hall}`, await enter(house, "operator@guildhall.example"));
      },
    },
    "console/work/work": {
      "with something that failed": async () => {
        await house.db.owner.query(
          `insert into delivery (tenant_id, fact_id, handler, ordered, subject_id, state, attempts, due_at, last_error, created_at)
           select tenant_id, id, 'letters', false, subject_id, 'failed', 12, now(), 'No paper', now() from fact limit 1
           on conflict do nothing`,
        );
        return at("/console/work", await enter(house, "operator@guildhall.example"));
      },
    },
  };
}

/** To the forms of a portal, by invitation, by personal link, and by what was mailed to whoever asked. */
export function portalDoors(house: TestHouse): Readonly<Record<string, Ways>> {
  const joining = async (password = "") => {
    await letJoin(house, "open");
    const [visitor, email] = [walker(house), somebody()];
    const asked = { fullName: "来客", email, password };
    const { path } = await letterAfter(house, email, () => visitor.go("/c/yuanshan/join", asked));
    return { path, visitor };
  };
  const invited = async (email = somebody()) => {
    const inviter = walker(house, await house.signIn(lin));
    return (await letterAfter(house, email, () => inviter.go("/w/yuanshan/members/invited", { emails: email }))).path;
  };
  const personalLink = async () => {
    const { path } = await (hallDoors(house)["workspace/people/personal-link"]?.["before there is one"]?.() ??
      Promise.reject(new Error("nobody makes links")));
    const page = await (await walker(house, await house.signIn(lin)).go(path, { act: "make" })).text();
    return /\/c\/yuanshan\/claim\/[\w-]+/.exec(page)?.[0] ?? "no link is shown";
  };

  return {
    "portal/join": {
      "as nobody yet": async () => {
        await letJoin(house, "open");
        return at("/c/yuanshan/join", walker(house));
      },
      "with a word to staff": async () => {
        await letJoin(house, "approval");
        return at("/c/yuanshan/join", walker(house));
      },
      "signed in": async () => {
        await letJoin(house, "approval");
        return at("/c/yuanshan/join", (await newAccount(house)).visitor);
      },
    },
    "portal/confirm": {
      "where it was asked for": async () => {
        const { path, visitor } = await joining(aPassword);
        return at(path, visitor);
      },
      "in another browser": async () => at((await joining()).path, walker(house)),
    },
    "portal/invited": {
      "as nobody yet": async () => at(await invited(), walker(house)),
      "signed in": async () => {
        const { email, visitor } = await newAccount(house);
        return at(await invited(email), visitor);
      },
    },
    "portal/claim": {
      "as nobody yet": async () => at(await personalLink(), walker(house)),
      "signed in": async () => at(await personalLink(), (await newAccount(house)).visitor),
    },
    "portal/claim-phone": {
      "before a code is sent": async () => at("/c/yuanshan/claim", (await newAccount(house)).visitor),
      "once a code is sent": async () => {
        const { visitor } = await newAccount(house);
        await visitor.go("/c/yuanshan/claim", { phone: "+8613800000000" });
        return at("/c/yuanshan/claim", visitor);
      },
    },
    "portal/me": {
      "of a member": async () => {
        const { visitor } = await newColleague(house);
        await visitor.go("/w/yuanshan/settings/staff/leave", { afterwards: "member" });
        return at("/c/yuanshan/me", visitor);
      },
    },
  };
}

async function letJoin(house: TestHouse, joining: "open" | "approval"): Promise<void> {
  await house.db.owner.query("update tenant set joining = $1 where slug = 'yuanshan'", [joining]);
}
