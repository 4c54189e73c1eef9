/**
 * What `work` resolves to, or an error once it has taken longer than `limit` milliseconds. The work itself cannot be
 * stopped; its transaction is rolled back, and what it still asks of it then is refused.
 */
export async function withinLimit<Result>(limit: number, work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The handler took longer than ${limit / 1_000} s; longer work belongs in a job.`)),
      limit,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined); // what a late one still fails with has been reported as lateness
  }
}
