import { countAttempt } from "@guildhall/auth";
import { type Id, type Locale, newId } from "@guildhall/core";
import { type Database, findTenantById } from "@guildhall/db";
import { createTenant } from "@guildhall/tenancy";
import { addLogin } from "../logins/add-login.ts";
import { usualZone } from "./begin-sign-up.ts";
import { settleSlug } from "./settle-slug.ts";
import { openHallInput } from "./sign-up.ts";
import { openHallLimits } from "./sign-up-limits.ts";

interface Owner {
  readonly userId: Id<"user_account">;
  readonly email: string;
  readonly locale: Locale;
  readonly now: Date;
}

/** Opens a further hall for somebody who is signed in, as its owner; returns its address. */
export async function openHall(database: Database, input: unknown, owner: Owner): Promise<string> {
  const { company, slug: wanted, fullName, timeZone } = openHallInput.parse(input);
  await countAttempt(database, openHallLimits(owner.userId), owner.now);
  const slug = await database.withPlatform("sign-up", (platform) => settleSlug(platform, { company, slug: wanted }), {
    readOnly: true,
  });
  return makeHall(database, {
    ...owner,
    id: newId(),
    slug,
    company,
    fullName,
    timeZone: timeZone ?? usualZone[owner.locale],
  });
}

interface NewHall extends Omit<Owner, "now"> {
  readonly id: Id<"tenant">;
  readonly slug: string;
  readonly company: string;
  readonly fullName: string;
  readonly timeZone: string;
}

/**
 * Makes a hall on trial with its owner inside, in one transaction. Of several for one slug one wins, and the others are
 * told `tenancy.slug-taken` beside `slug`; made twice under one id it is there once. Returns its address.
 */
export async function makeHall(
  database: Database,
  { id, slug, company, locale, timeZone, userId, fullName, email }: NewHall,
): Promise<string> {
  try {
    await createTenant(database, { id, slug, name: company, locale, timeZone, trial: true }, async (ctx) => {
      await addLogin(ctx, { userId, fullName, email, role: "owner" });
    });
    return slug;
  } catch (error) {
    const made = await database.withPlatform("sign-up", (platform) => findTenantById(platform, id), { readOnly: true });
    if (!made) throw error;
    return made.slug;
  }
}
