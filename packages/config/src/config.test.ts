import { expect, test } from "vitest";
import { parseConfig } from "./config.ts";

const secret = "a secret of at least thirty-two characters";
const app = "postgres://guildhall_app:a@db/guildhall";
const platform = "postgres://guildhall_platform:b@db/guildhall";
const jobs = "postgres://guildhall_jobs:c@db/guildhall";

test("an environment that says nothing runs on the embedded defaults", () => {
  expect(parseConfig({})).toMatchObject({ embedded: true, RUN_JOBS: true, NODE_ENV: "production" });
});

test.each([
  ["the owner's address", { DATABASE_URL: "postgres://owner@db/guildhall" }],
  ["an address for each role", { DATABASE_APP_URL: app, DATABASE_PLATFORM_URL: platform, DATABASE_JOBS_URL: jobs }],
  [
    "the roles of pages, where no jobs are run",
    { DATABASE_APP_URL: app, DATABASE_PLATFORM_URL: platform, RUN_JOBS: "0" },
  ],
])("%s is a database of one's own, and nothing is embedded", (_, urls) => {
  expect(parseConfig({ ...urls, SECRET: secret }).embedded).toBe(false);
});

test.each([
  ["a database without a secret", { DATABASE_URL: "postgres://owner@db/guildhall" }, /SECRET: .*beside DATABASE_URL/],
  [
    "a role's address without a secret",
    { DATABASE_APP_URL: app, DATABASE_PLATFORM_URL: platform, RUN_JOBS: "0" },
    /SECRET: /,
  ],
  [
    "one role where two are needed",
    { DATABASE_APP_URL: app, RUN_JOBS: "0", SECRET: secret },
    /DATABASE_PLATFORM_URL: /,
  ],
  [
    "jobs without their role",
    { DATABASE_APP_URL: app, DATABASE_PLATFORM_URL: platform, SECRET: secret },
    /DATABASE_JOBS_URL: /,
  ],
  ["a bucket without its keys", { S3_BUCKET: "hall" }, /S3_BUCKET needs/],
])("%s is refused by name", (_, env, expected) => {
  expect(() => parseConfig(env)).toThrow(expected);
});

test("an empty variable is one that is not set", () => {
  expect(parseConfig({ DATABASE_URL: "", REDIS_URL: "" }).embedded).toBe(true);
});

test("everything that is wrong is named at once, and a secret's value is not repeated", () => {
  expect(() => parseConfig({ SECRET: "hunter2", PORT: "many" })).toThrow(/PORT: [\s\S]*SECRET: (?![\s\S]*hunter2)/);
});
