import { conflict, invalid } from "@guildhall/core";
import type { DB } from "@guildhall/db";
import { findFreeSlug, isSlugFree } from "@guildhall/tenancy";
import type { Kysely } from "kysely";

/** The address a hall is to have: the one asked for where it is free, or one made of its name. */
export async function settleSlug(
  platform: Kysely<DB>,
  { company, slug }: { company: string; slug: string | null },
): Promise<string> {
  if (slug) {
    if (await isSlugFree(platform, slug)) return slug;
    throw conflict("tenancy.slug-taken", {}, { slug: "tenancy.slug-taken" });
  }
  const made = await findFreeSlug(platform, company);
  if (!made) throw invalid("tenancy.slug-malformed", { slug: "tenancy.slug-malformed" });
  return made;
}
