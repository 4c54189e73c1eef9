import { m } from "@guildhall/i18n/messages";
import type { Words } from "../../shell/words.ts";

interface BulkOutcome {
  readonly changed: number;
  readonly reasons: Readonly<Record<string, number>>;
}

/** Why rows stayed as they were; those that had it already and those that are gone are no news. */
const words = {
  "signs-in": m.grid_bulk_signs_in,
  merged: m.grid_bulk_merged,
  "in-use": m.grid_bulk_in_use,
  circle: m.grid_bulk_circle,
} as const;

/** What a change of many came to: "12 changed. 2 sign in here and stay." */
export function outcomeText({ changed, reasons }: BulkOutcome, { t }: Pick<Words, "t">): string {
  const kept = Object.entries(words).flatMap(([reason, word]) => {
    const count = reasons[reason] ?? 0;
    return count > 0 ? [t(word, { count })] : [];
  });
  return [t(m.grid_bulk_done, { count: changed }), ...kept].join(t(m.grid_bulk_join));
}
