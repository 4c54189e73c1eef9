import { notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { listFields } from "../fields/field.queries.ts";
import { type Field, type FieldValues, isForMembers } from "../fields/field.ts";
import { readFieldValues } from "../fields/field-values.ts";
import { listRecordIdentities } from "../identities/identity.queries.ts";
import type { RecordIdentity } from "../people/person-record.ts";
import { clusterOf } from "../people/resolve-person.ts";
import { getMe, type Me } from "./member.queries.ts";

/** What whoever asks may see of their own record. What staff keep for themselves is not in it. */
export interface MyRecord extends Omit<Me, "identities"> {
  readonly identities: readonly Omit<RecordIdentity, "source">[];
  /** Those of the hall's fields that it lets its members see, or correct. */
  readonly fields: readonly Field[];
  readonly values: FieldValues;
}

export async function getMyRecord(ctx: Ctx): Promise<MyRecord> {
  if (ctx.actor.kind !== "person") throw notFound();
  const { personId } = ctx.actor;
  const me = await getMe(ctx);
  const { fields: stored } = await ctx.db
    .selectFrom("person")
    .select("fields")
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  const fields = (await listFields(ctx, "person")).filter(isShown);
  const shown = new Set<string>(fields.map(({ id }) => id));
  const identities = await listRecordIdentities(ctx, await clusterOf(ctx, personId));
  return {
    ...me,
    identities: identities.map(({ source: _, ...identity }) => identity),
    fields,
    values: Object.fromEntries(Object.entries(readFieldValues(stored)).filter(([id]) => shown.has(id))),
  };
}

function isShown(field: Field): boolean {
  return isForMembers(field) && (field.settings.memberMay ?? "nothing") !== "nothing";
}

/** Whether whoever it is about may correct it. */
export function isCorrectable(field: Field): boolean {
  return isShown(field) && field.settings.memberMay === "correct";
}
