import { z } from "zod";

/** Where somebody was going when they were asked who they are; every page of the door hands it on. */
export const toSchema = z.string().max(2_000).optional();

/** A page of the door, on the way to the same place. */
export function onTheWay(path: string, to: string | undefined, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams({ ...more, ...(to && { to }) }).toString();
  return search ? `${path}?${search}` : path;
}
