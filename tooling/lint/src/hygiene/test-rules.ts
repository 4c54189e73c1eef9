/** What no test may do, and what it does instead. */
export const testRules = [
  {
    name: "no-mocks",
    pattern: /\bvi\s*\.\s*(?:doMock|mock)\b/,
    instead: "use the real thing, or pass a double through the function's own parameters",
  },
  {
    name: "no-sleeps",
    pattern:
      /\bwaitForTimeout\b|\bsetTimeout\(\s*(?:r|res|resolve|done|\(\)\s*=>\s*(?:r|res|resolve|done)\()|["'](?:node:)?timers\/promises["']/,
    instead: "wait for what you are waiting for: expect.poll, a locator, a fact, the test clock",
  },
  {
    name: "no-skipped-tests",
    pattern:
      /\b(?:test|it|describe|suite)(?:\.(?:concurrent|sequential|describe|serial|parallel))*\.(?:skip|skipIf|runIf|only|todo|fixme)\b/,
    instead: "a test runs, or it is deleted",
  },
] as const;
