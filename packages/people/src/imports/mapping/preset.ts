import type { PresetName } from "./proposal.ts";
import type { DateOrder, DecimalMark, ImportFieldType, PersonTarget } from "./target.ts";

/** Where a system's columns go: one of a person's own places, a handle, an outside id, or a field of a type. */
export type PresetTarget = PersonTarget | `field:${ImportFieldType}` | `handle:${string}` | `external-id:${string}`;

/** The export of another system. Columns are named as that system names them. */
export interface Preset {
  readonly name: PresetName;
  /** Groups of names; the file is this system's when each group has one of them, and the last as many as it asks for. */
  readonly marks: readonly { readonly of: readonly string[]; readonly least: number }[];
  readonly columns: Readonly<Record<string, PresetTarget>>;
  /** The column by whose country phone numbers are read. */
  readonly countryColumns?: readonly string[];
  readonly defaultCountry?: string;
  readonly currency?: string;
  /** For columns that do not show it by themselves. */
  readonly dateOrder?: DateOrder;
  readonly decimalMark?: DecimalMark;
}
