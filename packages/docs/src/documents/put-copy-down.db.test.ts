import { rejects } from "node:assert/strict";
import { findRoom, readRoom } from "@guildhall/sync";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import { documentText } from "../editor/document-text.ts";
import { documentKind } from "../rooms/document-kind.ts";
import { hallWithDocuments } from "../test/hall-with-documents.ts";
import { putCopyDown } from "./put-copy-down.ts";

const db = useDatabase();
const line = (type: string, text: string) => ({ type, content: [{ type: "text", text }] });
const copy = (...content: object[]) => ({ json: JSON.stringify({ type: "doc", content }) });

test("what was kept on a device becomes a document of its own, of a later edition its words", async () => {
  const { as, hall, lin, tree } = await hallWithDocuments(db);
  const says = (input: { json: string }) =>
    as(lin, (ctx) => putCopyDown(ctx, input)).then((id) =>
      hall.inside(async (ctx) => {
        const room = await findRoom(ctx, documentKind, id);
        return room && documentText((await readRoom(ctx, room.id)).doc);
      }),
    );
  const plain = copy(line("title", "In the tunnel"), line("paragraph", "Written underground"));
  expect(await says(plain)).toEqual({ title: "In the tunnel", body: "Written underground" });
  const later = copy(line("title", "Later"), { type: "starfield", content: [line("paragraph", "Under stars")] });
  expect(await says(later)).toEqual({ title: "Later", body: "Under stars" });
  expect(await tree(lin)).toEqual(["In the tunnel", "Later"]);
});

test("who may write on no shelf puts nothing down, and nonsense is no copy", async () => {
  const { as, lin, chen } = await hallWithDocuments(db);
  await rejects(
    as(chen, (ctx) => putCopyDown(ctx, copy(line("title", "Mine")))),
    { code: "core.forbidden" },
  );
  for (const json of ["{", "null", '{"type":"paragraph"}'])
    await rejects(
      as(lin, (ctx) => putCopyDown(ctx, { json })),
      { code: "docs.copy-unreadable" },
    );
});
