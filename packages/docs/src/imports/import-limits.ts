/** What one import brings at most. */
export const importLimits = {
  documents: 300,
  /** Pictures and files that they show. */
  files: 500,
  entries: 3_000,
  /** Bytes, once all is unpacked. */
  unpacked: 300_000_000,
  /** From this size on, what unpacks to more than `ratio` times as much was packed to fill a disk. */
  ratioFrom: 5_000_000,
  ratio: 120,
  /** Characters of one file. */
  letters: 2_000_000,
  file: 50_000_000,
} as const;
