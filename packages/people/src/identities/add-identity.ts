import { conflict, type Id, invalid, lineSchema, notFound } from "@guildhall/core";
import { type Ctx, savepoint, violates } from "@guildhall/db";

interface NewIdentity {
  personId: Id<"person">;
  kind: "email" | "phone" | "handle" | "external";
  /** Normalised. */
  value: string;
  provider?: string;
  source: string;
  verifiedAt?: Date | null;
}

const valueSchema = lineSchema(320);

/**
 * Gives a person an identity. One that belongs to somebody else of the tenant is a conflict that stands beside its kind,
 * or what `beside` names, and so is one that cannot be kept as it is.
 */
export async function addIdentity(
  ctx: Ctx,
  { personId, kind, value, provider = "", source, verifiedAt = null }: NewIdentity,
  beside: string = kind,
): Promise<void> {
  if (!valueSchema.safeParse(value).success)
    throw invalid("people.identity-malformed", { [beside]: "people.identity-malformed" });
  try {
    await savepoint(ctx.db, () =>
      ctx.db
        .insertInto("person_identity")
        .values({
          tenant_id: ctx.tenant.id,
          person_id: personId,
          kind,
          provider,
          value,
          source,
          verified_at: verifiedAt,
          created_at: ctx.clock.now(),
        })
        .execute(),
    );
  } catch (error) {
    if (violates(error, "person_identity_tenant_id_kind_provider_value_key"))
      throw conflict("people.identity-taken", {}, { [beside]: "people.identity-taken" });
    if (violates(error, "person_identity_tenant_id_person_id_fkey")) throw notFound();
    throw error;
  }
}
