import { parseConfig } from "@guildhall/config";
import { expect, test } from "vitest";
import { usualLimits } from "./limits.ts";
import { limitsFrom } from "./limits-from.ts";

test("an installation that sets nothing has the usual limits", () => {
  expect({ ...usualLimits, ...limitsFrom(parseConfig({})) }).toEqual(usualLimits);
});

test("an installation sets each limit otherwise", () => {
  const settings = parseConfig({
    SYNC_UPDATES_PER_SECOND: "10",
    SYNC_FRAME_MB: "3",
    SYNC_MERGE_MB: "100",
    SYNC_FIRST_MB: "6",
    SYNC_BEHIND_MB: "2",
    SYNC_SLOW_MB: "4",
    SYNC_SLOW_SECONDS: "5",
  });
  const MB = 1024 * 1024;
  expect(limitsFrom(settings)).toEqual({
    updatesPerSecond: 10,
    updatesAtOnce: 20,
    frame: 3 * MB,
    merge: 100 * MB,
    firstSync: 6 * MB,
    behind: 2 * MB,
    slow: 4 * MB,
    slowFor: 5_000,
  });
});

test.each([
  [{ SYNC_BEHIND_MB: "8" }, "SYNC_BEHIND_MB"],
  [{ SYNC_MERGE_MB: "4", SYNC_FRAME_MB: "5" }, "SYNC_MERGE_MB"],
  [{ SYNC_FRAME_MB: "1" }, "SYNC_FRAME_MB"],
])("limits that contradict each other are refused at boot: %j", (settings, variable) => {
  expect(() => parseConfig(settings)).toThrow(variable);
});
