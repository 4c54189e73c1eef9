import { partName } from "./entry-name.ts";
import type { ArchiveWriter } from "./write-archive.ts";

export interface PartsWriter {
  write(piece: string | Uint8Array): Promise<void>;
  end(): Promise<void>;
}

const partBytes = 1024 * 1024;

/**
 * Cuts what is written into numbered entries `folder/000001.ending` of about a megabyte: tar asks for sizes in advance,
 * and nobody knows how long a table is. A piece is never cut in two.
 */
export function writeParts(archive: ArchiveWriter, folder: string, ending: string): PartsWriter {
  let pieces: Buffer[] = [];
  let bytes = 0;
  let parts = 0;
  const flush = async () => {
    if (bytes === 0) return;
    const part = Buffer.concat(pieces);
    pieces = [];
    bytes = 0;
    await archive.add(partName(folder, ++parts, ending), part);
  };
  return {
    async write(piece) {
      const buffer = Buffer.from(piece);
      pieces.push(buffer);
      bytes += buffer.length;
      if (bytes >= partBytes) await flush();
    },
    end: flush,
  };
}
