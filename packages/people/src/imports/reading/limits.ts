/** What reading may cost, whatever somebody hands in. All of it together stays far below 300 MB. */
export const limits = {
  /** Characters in one row of a text file, or in one cell of a workbook. */
  row: 1_000_000,
  cell: 100_000,
  /** Excel's own most. */
  columns: 16_384,
  /** The text that detection looks at. */
  sample: 256 * 1024,
  /** Bytes that a workbook's parts may come to when unpacked, and how many times their packed size. */
  unpacked: 2 * 1024 ** 3,
  ratio: 250,
  /** Below this a high ratio proves nothing. */
  ratioFrom: 32 * 1024 ** 2,
  entries: 10_000,
  /** A workbook's shared strings, which have to stay at hand while its sheet is read. */
  strings: 96 * 1024 ** 2,
  stringCount: 6_000_000,
  /** Characters between two tags of a workbook's XML. */
  xmlText: 4_000_000,
  /** A file that has to lie on disk while it is read. */
  spooled: 1024 ** 3,
} as const;
