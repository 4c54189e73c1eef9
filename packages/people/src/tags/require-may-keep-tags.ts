import { forbidden, notFound } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";

/** Renaming, merging and deleting a tag changes every record that has it, so it asks for what changing many does. */
export function requireMayKeepTags({ actor }: Ctx): void {
  if (actor.can("people.bulk-edit")) return;
  throw actor.can("people.view") ? forbidden() : notFound();
}
