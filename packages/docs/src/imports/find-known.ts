import { idSchema } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { sql } from "kysely";
import { findTitles } from "../documents/document.queries.ts";
import { documentLinks } from "../editor/document-links.ts";
import type { ReadSheet } from "./read-sheets.ts";
import type { Here } from "./settle-foreign.ts";

/** Whom and what the documents name that is in this hall and that whoever brings them may see; and the documents themselves. */
export async function findKnown(ctx: Ctx, sheets: readonly ReadSheet[]): Promise<Here["knows"]> {
  const links = sheets.map(({ json }) => documentLinks(json));
  const people = ctx.actor.can("people.view")
    ? await present(
        ctx,
        "person",
        links.flatMap((each) => each.people),
      )
    : [];
  const companies = ctx.actor.can("companies.view")
    ? await present(
        ctx,
        "company",
        links.flatMap((each) => each.companies),
      )
    : [];
  const documents = await findTitles(
    ctx,
    links.flatMap((each) => each.documents.map((id) => idSchema("document").parse(id))),
  );
  const known = new Set([
    ...people.map((id) => `person ${id}`),
    ...companies.map((id) => `company ${id}`),
    ...[...documents.keys(), ...sheets.map(({ id }) => id)].map((id) => `document ${id}`),
  ]);
  return (kind, id) => known.has(`${kind} ${id}`);
}

async function present(ctx: Ctx, table: "person" | "company", ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select t.id from ${sql.table(table)} t where t.id = any (${[...new Set(ids)]}::uuid[])`.execute(ctx.db);
  return rows.map(({ id }) => id);
}
