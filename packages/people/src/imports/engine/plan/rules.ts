import type { Id } from "@guildhall/core";
import type { PersonTarget } from "../../mapping/target.ts";
import type { FieldRule } from "./words.ts";

/** What to do with a person who is there already: leave them alone, take the file's word, or add what is not known yet. */
export const importModes = ["skip", "update", "fill"] as const;
export type ImportMode = (typeof importModes)[number];

/** Everything that decides what rows do, apart from the rows and the hall's people. */
export interface Rules {
  readonly mode: ImportMode;
  /** 'import:youzan': where what it writes comes from. */
  readonly source: string;
  /** Of the columns that are fields of the hall. */
  readonly fields: ReadonlyMap<number, FieldRule>;
  /** The first column that goes into each of these. */
  readonly columns: ReadonlyMap<PersonTarget, number>;
  /** The staff by address and by name; a name that two of them have is not there. */
  readonly staff: ReadonlyMap<string, Id<"person">>;
}
