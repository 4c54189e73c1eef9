import type { Id } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Branch, BranchPlace, TreePlace } from "./document.ts";
import { findTreeLine, listBranch } from "./tree.queries.ts";

interface Asked {
  /** Branches that somebody has open. */
  readonly open: readonly BranchPlace[];
  /** The document that is read: the way to it is open too, and each branch on it shown around it. */
  readonly around: Id<"document"> | null;
  readonly size: number;
}

interface OpenTree {
  /** By the space or document that they hang from. */
  readonly branches: Readonly<Record<string, Branch>>;
  /** What has to be unfolded for the document that is read to be in sight. */
  readonly way: readonly BranchPlace[];
}

/** A first page of everything that is open. */
export async function openTree(ctx: Ctx, { open, around, size }: Asked): Promise<OpenTree> {
  const way = around ? await wayTo(ctx, around) : [];
  const branches: Record<string, Branch> = {};
  for (const line of way) branches[nodeOf(line)] = await listBranch(ctx, line, { size, around: line.id });
  for (const place of open) branches[nodeOf(place)] ??= await listBranch(ctx, place, { size });
  return { branches, way: way.map(({ spaceId, parentId }) => ({ spaceId, parentId })) };
}

/** From the top down to the document itself, as far as the reader may see. */
async function wayTo(ctx: Ctx, documentId: Id<"document">): Promise<readonly TreePlace[]> {
  const way: TreePlace[] = [];
  for (let at: Id<"document"> | null = documentId; at; ) {
    const line: TreePlace | null = await findTreeLine(ctx, at);
    if (line) way.unshift(line);
    at = line?.parentId ?? null;
  }
  return way;
}

function nodeOf({ spaceId, parentId }: BranchPlace): string {
  return parentId ?? spaceId;
}
