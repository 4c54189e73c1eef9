import { createUser } from "@guildhall/auth";
import type { Ctx, Database } from "@guildhall/db";
import { createPerson, joinAsMember } from "@guildhall/people";
import { setPortal } from "@guildhall/tenancy";
import { demoCommunities } from "./community.ts";
import { demoPeople } from "./people.ts";

type Inside = <Result>(day: number, work: (ctx: Ctx) => Promise<Result>) => Promise<Result>;

/** Opens a hall's portal: its first words, members who claimed their record, and those who wait. */
export async function furnishCommunity(database: Database, slug: string, inside: Inside): Promise<void> {
  const community = demoCommunities[slug];
  if (!community) return;
  const people = demoPeople(slug);
  const first = people.length + 1;
  // Whoever came before the door was watched is in; the others wait by the hall's own rule.
  await inside(first, (ctx) => setPortal(ctx, { ...community.portal, joining: "open" }));
  for (const [at, place] of community.members.entries()) {
    const person = people[place];
    if (person) await come(database, inside, first + at, { ...person, locale: "zh-CN", note: null });
  }
  await inside(first + community.members.length, (ctx) => setPortal(ctx, community.portal));
  for (const company of community.desks) await inside(first, (ctx) => createPerson(ctx, company));
  for (const [at, joiner] of community.waiting.entries())
    await come(database, inside, first + community.members.length + 1 + at, joiner);
}

interface Comer {
  readonly email: string;
  readonly fullName: string;
  readonly locale: "en" | "zh-CN";
  readonly note: string | null;
}

async function come(database: Database, inside: Inside, day: number, comer: Comer): Promise<void> {
  const { email, fullName, locale, note } = comer;
  const userId = await createUser(database, { email, password: null, locale, emailVerified: true });
  await inside(day, (ctx) =>
    joinAsMember(ctx, { joiner: { userId, email, fullName, locale, note }, mailboxProven: true }),
  );
}
