import type { Id } from "@guildhall/core";
import type { GivenTenant } from "@guildhall/testing";
import type { Field } from "../fields/field.ts";

let fields = 0;

/** A field that the hall made for itself. */
export function givenField(hall: GivenTenant, over: Partial<Field> = {}): Promise<Id<"field">> {
  const n = ++fields;
  return hall.inside(async (ctx) => {
    const { id } = await ctx.db
      .insertInto("field")
      .values({
        tenant_id: ctx.tenant.id,
        subject: over.subject ?? "person",
        key: over.key ?? `field_${n}`,
        name: over.name ?? `Field ${n}`,
        type: over.type ?? "text",
        options: JSON.stringify(over.options ?? []),
        settings: JSON.stringify(over.settings ?? {}),
        required: over.required ?? false,
        position: over.position ?? n,
        archived_at: over.archived ? ctx.clock.now() : null,
        created_at: ctx.clock.now(),
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  });
}
