import type { Id } from "@guildhall/core";
import { type Database, findTenantBySlug, openDatabase, type Scope, systemScope } from "@guildhall/db";
import { demoPassword, loadDemo } from "@guildhall/demo";
import { createDocument, createSpace, documentUpdate } from "@guildhall/docs";
import { documentKind } from "@guildhall/docs/schemas";
import { editRoom } from "@guildhall/sync";
import { personActor } from "@guildhall/tenancy";
import * as Y from "yjs";
import type { Place } from "../temporary-cluster.ts";
import type { Credentials } from "../web/sign-in.ts";
import { longDocument } from "./long-document.ts";

/** A shelf of the demo's hall, and who writes on it. */
export interface Shelf {
  readonly slug: string;
  readonly credentials: Credentials;
  readonly spaceId: Id<"space">;
  /** Puts a document of so many pages on it. */
  put(pages: number): Promise<Id<"document">>;
  close(): Promise<void>;
}

const slug = "harbor";
const email = "maya@harbor.example";

export async function openShelf({ urls }: Place): Promise<Shelf> {
  const database = openDatabase(urls);
  await loadDemo(database);
  const scope = await scopeOfOwner(database);
  const spaceId = await database.withTenant(scope, (ctx) => createSpace(ctx, { name: "Measured", open: "staff" }));
  return {
    slug,
    credentials: { email, password: demoPassword },
    spaceId,
    put: (pages) =>
      database.withTenant(scope, async (ctx) => {
        const title = `${pages} pages`;
        const id = await createDocument(ctx, { spaceId, title });
        const update = documentUpdate(longDocument(title, pages));
        await editRoom(ctx, documentKind, id, (doc) => Y.applyUpdate(doc, update));
        return id;
      }),
    close: () => database.close(),
  };
}

async function scopeOfOwner(database: Database): Promise<Scope> {
  const tenant = await database.withPlatform("resolve-tenant", (db) => findTenantBySlug(db, slug));
  if (!tenant) throw new Error(`There is no hall ${slug}.`);
  const alone = systemScope(tenant);
  const owner = await database.withTenant(alone, (ctx) =>
    ctx.db
      .selectFrom("membership as m")
      .innerJoin("login as l", (join) =>
        join.onRef("l.tenant_id", "=", "m.tenant_id").onRef("l.person_id", "=", "m.person_id"),
      )
      .select(["m.person_id as personId", "m.role", "l.user_id as userId"])
      .where("m.role", "=", "owner")
      .executeTakeFirstOrThrow(),
  );
  return { ...alone, actor: personActor(owner) };
}
