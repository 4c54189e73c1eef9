import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { useDatabase } from "@guildhall/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { listDocuments } from "../documents/document.queries.ts";
import { moveDocument } from "../documents/move-document.ts";
import { setInherits } from "../sharing/change-grant.ts";
import { grantAccess } from "../sharing/grant-access.ts";
import { hallWithDocuments } from "../test/hall-with-documents.ts";
import { type DocumentRole, documentRoles, levelOf } from "./document-role.ts";
import { roleAt } from "./role-at.ts";

const db = useDatabase();
const size = 6;
const nth = fc.nat({ max: size - 1 });
const deed = fc.oneof(
  fc.record({ do: fc.constant("grant" as const), on: nth, role: fc.constantFrom(...documentRoles) }),
  fc.record({ do: fc.constant("break" as const), on: nth, inherits: fc.boolean() }),
  fc.record({ do: fc.constant("move" as const), on: nth, under: fc.option(nth) }),
);

interface Model {
  parent: number | null;
  role: DocumentRole | null;
  inherits: boolean;
}

/** What somebody may do, as anybody would read it off the tree. */
function reads(tree: readonly Model[], at: number): DocumentRole | null {
  const here = tree[at];
  if (!here) return null;
  const above = here.inherits && here.parent !== null ? reads(tree, here.parent) : null;
  const level = Math.max(...[here.role, above].map((role) => (role ? levelOf(role) : 0)));
  return documentRoles[level - 1] ?? null;
}

function isBelow(tree: readonly Model[], at: number, under: number): boolean {
  for (let each: number | null = at; each !== null; each = tree[each]?.parent ?? null) if (each === under) return true;
  return false;
}

type Deed = typeof deed extends fc.Arbitrary<infer Each> ? Each : never;

/** Does it in the model; false where it would make a ring. */
function follow(tree: readonly Model[], node: Model, each: Deed): boolean {
  if (each.do === "grant") node.role = each.role;
  else if (each.do === "break") node.inherits = each.inherits;
  else if (each.under === null || !isBelow(tree, each.under, each.on)) node.parent = each.under;
  else return false;
  return true;
}

interface Done {
  readonly documentId: Id<"document">;
  readonly spaceId: Id<"space">;
  readonly ids: readonly Id<"document">[];
  readonly to: Id<"person">;
}

async function doIt(ctx: Ctx, each: Deed, { documentId, spaceId, ids, to }: Done): Promise<void> {
  if (each.do === "grant")
    await grantAccess(ctx, { on: { documentId }, grantee: { kind: "person", personId: to }, role: each.role });
  else if (each.do === "break") await setInherits(ctx, { documentId, inherits: each.inherits });
  else await moveDocument(ctx, { documentId, spaceId, parentId: each.under === null ? null : ids[each.under] });
}

test("after any grants, breaks and moves everybody may exactly what the tree says, asked for one or for all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 14 }), async (deeds) => {
      const { as, lin, chen, spaceId, document } = await hallWithDocuments(db);
      const tree: Model[] = Array.from({ length: size }, () => ({ parent: null, role: null, inherits: true }));
      const ids: Id<"document">[] = [];
      for (let each = 0; each < size; each++) ids.push(await document(`${each}`));
      for (const each of deeds) {
        const documentId = ids[each.on];
        const node = tree[each.on];
        if (!documentId || !node || !follow(tree, node, each)) continue;
        await as(lin, (ctx) => doIt(ctx, each, { documentId, spaceId, ids, to: chen.personId }));
      }
      const wanted = ids.map((_, at) => reads(tree, at));
      const one: (DocumentRole | null)[] = [];
      for (const id of ids) {
        const scope = await db.owner.query<{ scope_id: Id<"document_scope"> }>(
          "select scope_id from document where id = $1",
          [id],
        );
        const [place] = scope.rows;
        one.push(place ? await as(chen, (ctx) => roleAt(ctx, place.scope_id)) : null);
      }
      expect(one).toEqual(wanted);
      const { rows } = await as(chen, (ctx) => listDocuments(ctx, { size: 50, cursor: null }));
      const all = new Map(rows.map(({ id, role }) => [id, role]));
      expect(ids.map((id) => all.get(id) ?? null)).toEqual(wanted);
    }),
    // biome-ignore lint/style/noProcessEnv: the gate's own switch, not a setting of the product.
    { numRuns: process.env.GUILDHALL_ALL === "1" ? 200 : 6 },
  );
});
