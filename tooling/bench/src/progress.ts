export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Says what is being done, and then how long it took. */
export async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const redraws = process.stdout.isTTY;
  if (redraws) process.stdout.write(`  … ${what}`);
  const result = await work();
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  process.stdout.write(`${redraws ? "\r\u001b[2K" : ""}  ✓ ${what} (${seconds} s)\n`);
  return result;
}
