import { documentField } from "@guildhall/docs/schemas";
import { z } from "zod";

const count = z.number().int().nonnegative();
const id = z.object({ client: count, clock: count }).nullish();
const place = z
  .object({ type: id, tname: z.literal(documentField).nullish(), item: id, assoc: z.number().int().nullish() })
  .refine(({ type, tname, item }) => Boolean(type ?? tname ?? item));
const cursor = z.object({ anchor: place, head: place });

/**
 * Whether what somebody's page says of their caret can be one. Whoever may read says it, with this editor or without: on
 * anything else Yjs throws, in the page of everybody who draws it.
 */
export function isCursor(said: unknown): boolean {
  return cursor.safeParse(said).success;
}
