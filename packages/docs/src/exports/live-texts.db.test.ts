import { buffer } from "node:stream/consumers";
import { editRoom } from "@guildhall/sync";
import { useDatabase } from "@guildhall/testing";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { documentField } from "../editor/document-node.ts";
import { documentKind } from "../rooms/document-kind.ts";
import { grantAccess } from "../sharing/grant-access.ts";
import { hallWithDocuments, type Somebody } from "../test/hall-with-documents.ts";
import { memoryStore } from "../test/memory-store.ts";
import type { ExportFormat } from "./export-format.ts";
import { type LiveTexts, takeDocument } from "./take-document.ts";

const db = useDatabase();

/** What the suite would answer: names for whoever may see people, and nothing for anybody else. */
const liveTexts: LiveTexts = async ({ actor }, blocks) => {
  const known = new Set(blocks.map(({ kind }) => kind));
  return ({ kind }) =>
    known.has(kind) && actor.can("people.view") ? { title: "欧阳一诺", lines: ["Stage: Customer"] } : undefined;
};

test("a file says of live blocks what whoever takes it along may see, in every format that is text", async () => {
  const { as, lin, chen, hall, document } = await hallWithDocuments(db);
  const documentId = await document("Plan");
  await as(lin, (ctx) =>
    editRoom(ctx, documentKind, documentId, (doc) => {
      const block = new Y.XmlElement("liveBlock");
      block.setAttribute("kind", "person");
      doc.getXmlFragment(documentField).push([block]);
    }),
  );
  await as(lin, (ctx) =>
    grantAccess(ctx, { on: { documentId }, grantee: { kind: "person", personId: chen.personId }, role: "view" }),
  );
  const take = async ({ actor }: Somebody, format: ExportFormat) => {
    const { content } = await takeDocument({
      database: db.database,
      scope: hall.scope(actor),
      store: memoryStore(),
      thing: { documentId, below: false },
      format,
      hall: "https://hall.example/w/yuanshan",
      liveTexts,
    });
    return (content instanceof Uint8Array ? Buffer.from(content) : await buffer(content)).toString();
  };
  for (const format of ["md", "html"] as const) {
    expect(await take(lin, format)).toContain("Stage: Customer");
    const theirs = await take(chen, format);
    expect(theirs).not.toContain("欧阳一诺");
    expect(theirs).toContain("This part is for the team.");
  }
});
