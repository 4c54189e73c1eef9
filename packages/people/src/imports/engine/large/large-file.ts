import { idSchema } from "@guildhall/core";
import { z } from "zod";

/** Files that nobody should have to be afraid of; each is made while it is read, and lies nowhere. */
const largeFiles = {
  "people, again and again": {
    unit: (n: number) => `Guest ${n % 500},guest${n % 500}@hall.example,喜欢露营\n`,
    rest: "",
  },
  "one line without end": { unit: () => "x".repeat(50), rest: "\nLast,last@hall.example,\n" },
  "a quote that is never closed": {
    unit: (n: number) => `${n === 0 ? 'A,a@hall.example,"' : ""}Guest ${n % 500},guest${n % 500}@hall.example,\n`,
    rest: "",
  },
  "empty rows": { unit: () => ",,\n", rest: "Last,last@hall.example,\n" },
} as const;
const largeFileNames = [
  "people, again and again",
  "one line without end",
  "a quote that is never closed",
  "empty rows",
] as const;

export const largeHead = "Name,E-mail,Note\nFirst,first@hall.example,\n";

export const errandSchema = z.object({
  urls: z.object({ owner: z.string(), app: z.string(), platform: z.string(), jobs: z.string() }),
  tenantId: idSchema("tenant"),
  runId: idSchema("import_run"),
  file: z.enum(largeFileNames),
  megabytes: z.number(),
});
export type Errand = z.infer<typeof errandSchema>;

/** The file in pieces of some ten thousand bytes. */
export function* piecesOf({ file, megabytes }: Pick<Errand, "file" | "megabytes">): Generator<Buffer> {
  const { unit, rest } = largeFiles[file];
  yield Buffer.from(largeHead);
  let piece = "";
  for (let sent = 0, n = 0; sent < megabytes * 1_048_576; n++) {
    piece += unit(n);
    if (piece.length < 16_000) continue;
    const bytes = Buffer.from(piece);
    sent += bytes.length;
    piece = "";
    yield bytes;
  }
  yield Buffer.from(piece + rest);
}
