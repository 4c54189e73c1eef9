/** A handler gets this many attempts, over about eleven hours, before its delivery waits for the operator. */
export const maxAttempts = 12;

/** How long to wait after the nth attempt, in milliseconds: 1 s, then three times as long each time, at most 4 h. */
export function pauseAfter(attempt: number): number {
  return Math.min(1_000 * 3 ** (attempt - 1), 4 * 3_600_000);
}

/** An error as it is kept beside what failed. */
export function errorText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.slice(0, 4_000);
}
