import { expect, test } from "vitest";
import { parseConfig } from "./config.ts";
import { resolveDatabase } from "./database-urls.ts";

const secret = "a secret of at least thirty-two characters";

test("roles without an address of their own use the owner's, with the user's name changed", () => {
  const urls = resolveDatabase(parseConfig({ DATABASE_URL: "postgres://owner:word@db:5432/hall", SECRET: secret }));
  expect(urls.owner).toBe("postgres://owner:word@db:5432/hall");
  expect(urls.app).toBe("postgres://guildhall_app:word@db:5432/hall");
  expect(urls.platform).toBe("postgres://guildhall_platform:word@db:5432/hall");
  expect(urls.jobs).toBe("postgres://guildhall_jobs:word@db:5432/hall");
});

test("a process that serves pages knows neither the owner nor the queue's role", () => {
  const config = parseConfig({
    DATABASE_APP_URL: "postgres://a@db/hall",
    DATABASE_PLATFORM_URL: "postgres://p@db/hall",
    RUN_JOBS: "0",
    SECRET: secret,
  });
  const urls = resolveDatabase(config);
  expect(urls.app).toBe("postgres://a@db/hall");
  expect(urls.platform).toBe("postgres://p@db/hall");
  expect(() => urls.owner).toThrow("DATABASE_URL");
  expect(() => urls.jobs).toThrow("DATABASE_JOBS_URL");
});

test("the embedded server's owner stands in where nothing is configured", () => {
  expect(resolveDatabase(parseConfig({}), "postgres://keeper@localhost/guildhall?host=/run/pg").app).toBe(
    "postgres://guildhall_app@localhost/guildhall?host=/run/pg",
  );
});
