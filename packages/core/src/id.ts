import { z } from "zod";

/** The id of a row of `Table`: a UUID, branded so that a person's id cannot stand where a deal's is asked for. */
export type Id<Table extends string> = string & { readonly [idOf]: Table };
declare const idOf: unique symbol;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Parses an id of `Table` from outside; accepts any UUID in its canonical lower-case form. */
export function idSchema<Table extends string>(_table: Table): z.ZodType<Id<Table>, string> {
  return z.string().regex(uuid, { error: "core.id-malformed" }) as unknown as z.ZodType<Id<Table>, string>;
}

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

/**
 * A fresh UUIDv7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits.
 * Sorted by time of making, never by order of commit.
 */
export function newId<Table extends string>(at: number = Date.now()): Id<Table> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(at / 0x1_0000));
  view.setUint16(4, at % 0x1_0000);
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f));
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    "-",
  ) as Id<Table>;
}
