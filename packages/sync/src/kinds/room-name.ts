import { type Id, isUuid } from "@guildhall/core";

/** A room's address on the wire, `/sync/<hall>.<kind>.<id>`. */
export interface RoomName {
  readonly slug: string;
  readonly kind: string;
  readonly subjectId: Id<string>;
}

export function roomName({ slug, kind, subjectId }: RoomName): string {
  return `${slug}.${kind}.${subjectId}`;
}

export function readRoomName(text: string): RoomName | null {
  const [slug = "", kind = "", subjectId = "", ...rest] = text.split(".");
  if (rest.length > 0 || !/^[a-z0-9-]{1,48}$/.test(slug) || !/^[a-z-]{1,31}$/.test(kind)) return null;
  return isUuid(subjectId) ? { slug, kind, subjectId: subjectId as Id<string> } : null;
}
