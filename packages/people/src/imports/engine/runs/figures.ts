import { z } from "zod";

/** What became of the rows of a file, in a dry run or in earnest. */
export const figuresSchema = z.object({
  /** Rows with something in them. */
  rows: z.int().default(0),
  created: z.int().default(0),
  updated: z.int().default(0),
  /** Known, and nothing that the hall did not know yet. */
  unchanged: z.int().default(0),
  /** Known, and left alone as was asked. */
  skipped: z.int().default(0),
  refused: z.int().default(0),
  /** Refused because their identities belong to different people. */
  conflicts: z.int().default(0),
  empty: z.int().default(0),
  /** Rows with a cell that was left out. */
  flawed: z.int().default(0),
  /** Rows with a cell that was taken and may mean something else. */
  doubtful: z.int().default(0),
});
export type Figures = z.output<typeof figuresSchema>;

export const noFigures: Figures = figuresSchema.parse({});

export function addFigures(left: Figures, right: Figures): Figures {
  return figuresSchema.parse(
    Object.fromEntries(Object.entries(left).map(([name, value]) => [name, value + (Reflect.get(right, name) ?? 0)])),
  );
}
