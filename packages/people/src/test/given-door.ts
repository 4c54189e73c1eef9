import { createUser } from "@guildhall/auth";
import { type Actor, clockAt, type Id } from "@guildhall/core";
import { actorWith, type GivenTenant, given, type TestDatabase, testNow } from "@guildhall/testing";
import { joinAsMember } from "../members/join-hall.ts";
import type { Joiner, JoinOutcome } from "../members/member.ts";
import { createPerson } from "../people/create-person.ts";

export type JoiningMode = "open" | "approval" | "invitation";

/** A hall with a door, somebody who minds it, and users who come to it. */
export interface Door {
  readonly hall: GivenTenant;
  /** May let in and show out. */
  readonly keeper: Actor;
  comer(over?: Partial<Joiner>): Promise<Joiner>;
  knock(joiner: Joiner, over?: Knock): Promise<JoinOutcome>;
  /** Somebody whom the hall knows already. */
  known(email: string | null, phone?: string): Promise<Id<"person">>;
  /** Which person each login belongs to. */
  logins(): Promise<{ user_id: string; person_id: string }[]>;
  facts(name: string): Promise<Record<string, unknown>[]>;
  mails(): Promise<{ recipient: string; subject: string | null; input: Record<string, unknown> }[]>;
}

interface Knock {
  readonly mailboxProven?: boolean;
  readonly invitationId?: Id<"member_invitation">;
  readonly daysLater?: number;
}

let comers = 0;

export async function givenDoor(db: TestDatabase, joining: JoiningMode): Promise<Door> {
  const hall = await given(db).tenant();
  const { id } = hall.tenant;
  await db.owner.query("update tenant set joining = $1 where id = $2", [joining, id]);
  const keeper = actorWith(await hall.person("顾明远"), "people.view", "people.edit", "members.manage");
  const rows = async (sql: string, ...more: unknown[]) => (await db.owner.query(sql, [id, ...more])).rows;
  return {
    hall,
    keeper,
    comer: async (over = {}) => {
      const email = over.email ?? `comer-${++comers}@example.com`;
      const userId = await createUser(db.database, { email: `u-${++comers}@accounts.example`, password: null });
      return { userId, email, fullName: "何小满", locale: "zh-CN", note: null, ...over };
    },
    knock: (joiner, { mailboxProven = true, invitationId, daysLater = 0 } = {}) =>
      hall.inside(
        (ctx) => joinAsMember(ctx, { joiner, mailboxProven, invitationId: invitationId ?? null }),
        undefined,
        clockAt(new Date(testNow.getTime() + daysLater * 86_400_000)),
      ),
    known: (email, phone) =>
      hall.inside((ctx) => createPerson(ctx, { fullName: "陈雨泽", email, phone: phone ?? null })),
    logins: () => rows("select user_id, person_id from login where tenant_id = $1"),
    facts: async (name) =>
      (await rows("select payload from fact where tenant_id = $1 and name = $2 order by id", name)).map(
        ({ payload }) => payload,
      ),
    mails: () => rows("select recipient, subject, input from message where tenant_id = $1 order by id"),
  };
}
