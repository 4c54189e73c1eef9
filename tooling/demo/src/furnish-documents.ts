import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { createDocument, createSpace } from "@guildhall/docs";
import { demoSpaces } from "./documents.ts";

type Inside = <Result>(day: number, work: (ctx: Ctx) => Promise<Result>) => Promise<Result>;

/** Puts up a hall's shelves, with documents on them. */
export async function furnishDocuments(slug: string, day: number, inside: Inside): Promise<void> {
  for (const { documents, ...space } of demoSpaces[slug] ?? []) {
    const spaceId = await inside(day, (ctx) => createSpace(ctx, space));
    await putDown(documents, null);

    async function putDown(some: typeof documents, parentId: Id<"document"> | null): Promise<void> {
      for (const { title, below = [] } of some) {
        const id = await inside(day, (ctx) => createDocument(ctx, { spaceId, parentId, title }));
        await putDown(below, id);
      }
    }
  }
}
