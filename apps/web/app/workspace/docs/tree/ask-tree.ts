import { documentRoles } from "@guildhall/docs/schemas";
import { z } from "zod";
import type { TreeBranch, TreeLine, TreeSpace } from "./tree-state.ts";

const line: z.ZodType<TreeLine> = z.object({
  id: z.string(),
  spaceId: z.string(),
  parentId: z.string().nullable(),
  title: z.string(),
  icon: z.string().nullable(),
  rank: z.string(),
  role: z.enum(documentRoles),
  hasChildren: z.boolean(),
});
const space: z.ZodType<TreeSpace> = z.object({
  id: z.string(),
  name: z.string(),
  icon: z.string().nullable(),
  role: z.enum(documentRoles).nullable(),
});
const branch: z.ZodType<TreeBranch> = z.object({
  rows: z.array(line),
  previous: z.string().nullable(),
  next: z.string().nullable(),
});
const place = z.object({ spaceId: z.string(), parentId: z.string().nullable() });
const open = z.object({
  spaces: z.array(space),
  branches: z.record(z.string(), branch),
  way: z.array(place),
});
/** Null for a document that is gone, or not to be seen any more. */
export const answeredLine = z.object({ line: line.nullable() });

/** All that is open, around the document that is read. */
export function askOpen(address: string, keys: readonly string[], around: string | null) {
  return ask(address, { open: keys.join(","), ...(around && { around }) }, open);
}

/** A page of a branch: its first, or the one that a cursor leads to. */
export function askBranch(address: string, key: string, cursor: string | null) {
  return ask(address, { branch: key, ...(cursor && { cursor }) }, branch);
}

export async function askLine(address: string, id: string): Promise<TreeLine | null> {
  return (await ask(address, { line: id }, answeredLine)).line;
}

async function ask<Answer>(address: string, asked: Record<string, string>, schema: z.ZodType<Answer>): Promise<Answer> {
  const answer = await fetch(`${address}?${new URLSearchParams(asked)}`);
  if (!answer.ok) throw new Error(`tree: ${answer.status}`);
  return schema.parse(await answer.json());
}
