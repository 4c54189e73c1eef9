import { type Actor, clockAt, type Id, newId } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { personActor } from "@guildhall/tenancy";
import type { Role } from "@guildhall/tenancy/schemas";
import { given, type TestDatabase, testNow } from "@guildhall/testing";
import { createDocument } from "../documents/create-document.ts";
import { listTree } from "../documents/document.queries.ts";
import type { TreeLine } from "../documents/document.ts";
import { createSpace } from "../spaces/create-space.ts";

/** Somebody who can act in the hall. */
export interface Somebody {
  readonly personId: Id<"person">;
  readonly actor: Actor;
}

/** A hall in which Lin works and Chen is a member, with a space that all staff write in. */
export async function hallWithDocuments(db: TestDatabase) {
  const hall = await given(db).tenant();
  let now = testNow;
  const as = <Result>({ actor }: Pick<Somebody, "actor">, work: (ctx: Ctx) => Promise<Result>) =>
    hall.inside(work, actor, clockAt(now));
  const somebody = async (name: string, role: Role | null): Promise<Somebody> => {
    const personId = await hall.person(name);
    const userId = newId<"user_account">();
    await db.owner.query("insert into user_account (id, email, created_at) values ($1, $2, $3)", [
      userId,
      `${userId}@example.com`,
      testNow,
    ]);
    await db.owner.query("insert into login (tenant_id, user_id, person_id, created_at) values ($1, $2, $3, $4)", [
      hall.tenant.id,
      userId,
      personId,
      testNow,
    ]);
    if (role)
      await db.owner.query("insert into membership (tenant_id, person_id, role, created_at) values ($1, $2, $3, $4)", [
        hall.tenant.id,
        personId,
        role,
        testNow,
      ]);
    return { personId, actor: personActor({ userId, personId, role }) };
  };
  const lin = await somebody("林乔", "staff");
  const chen = await somebody("陈雨泽", null);
  const spaceId = await as(lin, (ctx) => createSpace(ctx, { name: "Plans", open: "staff" }));
  const titles = (lines: readonly TreeLine[]) => lines.map(({ title }) => title);
  return {
    hall,
    lin,
    chen,
    spaceId,
    as,
    somebody,
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    document: (title: string, parentId: Id<"document"> | null = null, who: Somebody = lin, space = spaceId) =>
      as(who, (ctx) => createDocument(ctx, { spaceId: space, parentId, title })),
    tree: async (who: Somebody, parentId: Id<"document"> | null = null, space = spaceId) =>
      titles(await as(who, (ctx) => listTree(ctx, space, parentId))),
  };
}
