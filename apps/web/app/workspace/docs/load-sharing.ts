import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { listGrants, whyMay } from "@guildhall/docs";
import type { SharedThing } from "@guildhall/docs/schemas";
import { getPerson, listAudiences, searchPeople } from "@guildhall/people";

interface Asked {
  /** Whose standing is asked about. */
  readonly of?: Id<"person"> | undefined;
  /** Whom to offer, where no script can look for them. */
  readonly find?: string | undefined;
  readonly sent?: "1" | undefined;
}

/** All that the page of who may see a document or a space shows. */
export async function loadSharing(ctx: Ctx, on: SharedThing, { of, find, sent }: Asked) {
  const sharing = await listGrants(ctx, on);
  const maySeePeople = ctx.actor.can("people.view");
  const mayChoose = sharing.role === "manage" && maySeePeople;
  const page = { size: 200, cursor: null };
  return {
    ...sharing,
    mayWrite: sharing.role === "manage" && ctx.actor.can("people.edit"),
    sent: sent === "1",
    people: maySeePeople
      ? (await searchPeople(ctx, find ?? "", 50)).map(({ id, fullName, email }) => ({
          value: id,
          label: fullName,
          ...(email && { hint: email }),
        }))
      : [],
    audiences: mayChoose
      ? (await listAudiences(ctx, page)).rows.map(({ id, name, kind }) => ({ id, name, isRole: kind === "role" }))
      : [],
    asked: of && maySeePeople ? await about(ctx, on, of) : null,
  };
}

async function about(ctx: Ctx, on: SharedThing, personId: Id<"person">) {
  const { id, fullName } = await getPerson(ctx, personId);
  const { grants, ownsHall } = await whyMay(ctx, on, id);
  return { name: fullName, why: grants, isOwner: ownsHall };
}
