import type { DB } from "@guildhall/db";
import type { Kysely } from "kysely";
import { slugsLike, suggestSlug } from "./suggest-slug.ts";
import { slugSchema } from "./tenant.ts";

/** Whether a slug could be had just now, in a platform transaction that sees tenants. Who gets it, creating decides. */
export async function isSlugFree(platform: Kysely<DB>, slug: string): Promise<boolean> {
  if (!slugSchema.safeParse(slug).success) return false;
  return (await takenOf(platform, [slug])).size === 0;
}

/** A free slug for a company of this name, or like this slug; null where none can be made of it. */
export async function findFreeSlug(platform: Kysely<DB>, nameOrSlug: string): Promise<string | null> {
  const suggestion = suggestSlug(nameOrSlug);
  if (!suggestion) return null;
  const candidates = slugsLike(suggestion);
  const taken = await takenOf(platform, candidates);
  return candidates.find((slug) => !taken.has(slug)) ?? null;
}

async function takenOf(platform: Kysely<DB>, slugs: readonly string[]): Promise<ReadonlySet<string>> {
  if (slugs.length === 0) return new Set();
  const rows = await platform.selectFrom("tenant").select("slug").where("slug", "in", slugs).execute();
  return new Set(rows.map(({ slug }) => slug));
}
