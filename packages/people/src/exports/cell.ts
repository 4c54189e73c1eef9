/** What stands in a cell of a file: a day is a calendar's, an instant is already the hall's own wall time. */
export type Cell =
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "number"; readonly number: number; readonly decimals?: number }
  | { readonly is: "flag"; readonly flag: boolean }
  | { readonly is: "day"; readonly day: string }
  | { readonly is: "instant"; readonly wall: string }
  | null;

export const textCell = (text: string | null): Cell => (text === null || text === "" ? null : { is: "text", text });
