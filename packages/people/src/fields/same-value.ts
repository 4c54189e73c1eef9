/** Whether two values as JSON has them are one, whatever the order of their keys. */
export function sameValue(left: unknown, right: unknown): boolean {
  return write(left) === write(right);
}

function write(value: unknown): string {
  return JSON.stringify(value ?? null, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
