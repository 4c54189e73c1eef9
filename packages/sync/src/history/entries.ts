import { promisify } from "node:util";
import { zstdCompress, zstdDecompress } from "node:zlib";
import type { Id } from "@guildhall/core";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";

/** A change as it was stored. */
export interface Change {
  readonly seq: number;
  readonly generation: number;
  readonly userId: Id<"user_account"> | null;
  readonly connectionId: string | null;
  readonly at: Date;
  readonly update: Uint8Array;
}

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);
const format = 1;

/** Many changes as one row of the archive. */
export async function packChanges(changes: readonly Change[]): Promise<Buffer> {
  const packed = encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, format);
    encoding.writeVarUint(encoder, changes.length);
    for (const { seq, generation, userId, connectionId, at, update } of changes) {
      encoding.writeVarUint(encoder, seq);
      encoding.writeVarUint(encoder, generation);
      encoding.writeVarString(encoder, userId ?? "");
      encoding.writeVarString(encoder, connectionId ?? "");
      encoding.writeVarUint(encoder, at.getTime());
      encoding.writeVarUint8Array(encoder, update);
    }
  });
  return compress(packed);
}

export async function unpackChanges(packed: Uint8Array): Promise<Change[]> {
  const decoder = decoding.createDecoder(Uint8Array.from(await decompress(packed)));
  if (decoding.readVarUint(decoder) !== format) throw new Error("An archive of a format that is not known.");
  return Array.from({ length: decoding.readVarUint(decoder) }, () => ({
    seq: decoding.readVarUint(decoder),
    generation: decoding.readVarUint(decoder),
    userId: (decoding.readVarString(decoder) || null) as Change["userId"],
    connectionId: decoding.readVarString(decoder) || null,
    at: new Date(decoding.readVarUint(decoder)),
    update: decoding.readVarUint8Array(decoder),
  }));
}
