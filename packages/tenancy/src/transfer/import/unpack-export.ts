import type { Readable } from "node:stream";
import { invalid, tooLarge } from "@guildhall/core";
import { manifestName, placeFile, readArchive, readSmall } from "@guildhall/db/copy";
import {
  parseTenantManifest,
  parseTenantSeal,
  type TenantManifest,
  type TenantSeal,
} from "../format/tenant-manifest.ts";

export interface UnpackedExport {
  readonly directory: string;
  readonly manifest: TenantManifest;
  readonly seal: TenantSeal;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const known = new RegExp(
  `^(?:tenant\\.json|(?:users|missing-files|tables/[a-z][a-z0-9_]{0,62})/\\d{6}\\.jsonl|files/${uuid}/${uuid})$`,
);

const tenantName = "tenant.json";

interface Options {
  limitBytes: number;
  /** Called before anything else is unpacked; may refuse. */
  onManifest: (manifest: TenantManifest) => Promise<void>;
}

/**
 * Unpacks an export below `directory` and checks that it is whole and unchanged, before a row of it goes anywhere.
 * Throws AppErrors `archive.*` and `transfer.*`.
 */
export async function unpackExport(
  readable: Readable,
  directory: string,
  { limitBytes, onManifest }: Options,
): Promise<UnpackedExport> {
  const read: { manifest: TenantManifest | null; tenant: boolean } = { manifest: null, tenant: false };
  let bytes = 0;
  const seal = await readArchive(readable, async (entry) => {
    bytes += entry.size;
    if (bytes > limitBytes) throw tooLarge("archive.too-large", { limit: limitBytes });
    if (read.manifest) {
      if (!known.test(entry.name)) throw invalid("archive.entry-refused", {}, { name: entry.name.slice(0, 100) });
      read.tenant ||= entry.name === tenantName;
      return placeFile(directory, entry.name, entry);
    }
    if (entry.name !== manifestName) throw invalid("transfer.manifest-malformed");
    read.manifest = parseTenantManifest(await readSmall(entry.content));
    await onManifest(read.manifest);
  });
  if (!read.manifest || !read.tenant) throw invalid("transfer.manifest-malformed");
  return { directory, manifest: read.manifest, seal: parseTenantSeal(seal) };
}
