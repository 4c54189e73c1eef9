import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../root.ts";

const compose = readFileSync(join(root, "docker-compose.yml"), "utf8");
const example = readFileSync(join(root, ".env.example"), "utf8");

test("the example of an environment names what docker-compose.yml asks for, and nothing else", () => {
  const asked = [...compose.matchAll(/\$\{(\w+)/g)].map(([, name]) => name);
  const named = [...example.matchAll(/^(?:# )?([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name);
  expect(new Set(named)).toEqual(new Set(asked));
});

test("the example holds no secret, and each that has to be set is left empty", () => {
  const needed = [...compose.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name);
  for (const name of new Set(needed)) expect(example).toMatch(new RegExp(`^${name}=$`, "m"));
});
