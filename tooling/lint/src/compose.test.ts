import { expect, test } from "vitest";
import { checkCompose } from "./compose.ts";
import { plant } from "./fixture.ts";

test("keys that Compose does not know and values that it refuses are found", () => {
  using house = plant("violations/compose/schema");
  expect(checkCompose(house.top).map(({ message }) => message.replace(/ must .*?(?=\{)/, " "))).toEqual([
    '/services/web {"additionalProperty":"enviroment"}',
    expect.stringContaining("/services/web/healthcheck/interval"),
    expect.stringContaining("/services/web/restart"),
    '/services/postgres {"missingProperty":"image"}',
    '/services/postgres {"missingProperty":"build"}',
    '/services/postgres {"additionalProperty":"port"}',
  ]);
});

test("names that nothing stands behind are found", () => {
  using house = plant("violations/compose/references");
  expect(checkCompose(house.top).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    "compose-reference: services.web depends on redis, which is no service",
    "compose-reference: services.web waits for postgres to be healthy, which has no healthcheck",
    "compose-reference: services.web mounts uploads, which is not under volumes",
    "compose-reference: services.web joins inside, which is not under networks",
  ]);
});

test("a key that stands twice is found", () => {
  using house = plant("violations/compose/syntax");
  expect(checkCompose(house.top).map(({ rule }) => rule)).toEqual(["compose-syntax"]);
});

test("no file is a failure, not a pass", () => {
  using house = plant("violations/messages");
  expect(checkCompose(house.top).map(({ rule }) => rule)).toEqual(["compose-absent"]);
});

test("a clean house passes", () => {
  using house = plant("clean");
  expect(checkCompose(house.top)).toEqual([]);
});
