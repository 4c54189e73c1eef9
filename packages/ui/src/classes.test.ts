import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "tailwindcss";
import { expect, test } from "vitest";

const src = fileURLToPath(new URL(".", import.meta.url));
const resolve = createRequire(import.meta.url).resolve;
const sources = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((file) =>
  /(?<!\.test)\.tsx?$/.test(file),
);

/** What is shaped like a class of these families must be one that the tokens make. */
const FAMILIES =
  /^(?:[a-z-]+(?:-\[[^\]]+\])?:)*-?(?:bg|text|border(?:-[xytblr])?|rounded(?:-[tblr])?|decoration|accent|font|leading|tracking|shadow|animate|p[xytblrse]?|m[xytblrse]?|gap(?:-[xy])?|size|(?:min-|max-)?[wh]|top|left|right|bottom|inset(?:-[xy])?)-(?:[a-z0-9[(][\w./%,()[\]+*-]*)$/;

test("every class in the kit is one that the tokens make", async () => {
  const { build } = await kit();
  const used = [...candidates()];
  const css = build(used.map(([name]) => name));
  const missing = used.filter(([name]) => !css.includes(selectorOf(name)));
  expect(missing).toEqual([]);
});

test("a class beside the tokens is caught", async () => {
  const { build } = await kit();
  for (const stranger of [
    "bg-red-500",
    "p-4",
    "text-sm",
    "rounded-lg",
    "shadow-md",
    "gap-3",
    "font-sans",
    "max-w-xl",
  ]) {
    expect(seen(build, stranger), stranger).toBe(false);
    expect(FAMILIES.test(stranger), stranger).toBe(true);
  }
});

test("no token is defined by itself", async () => {
  const { build } = await kit();
  expect(build(["font-title", "text-xs", "bg-paper", "p-s3"])).not.toMatch(/(--[\w-]+):\s*var\(\1\)/);
});

test("no colour and no pixel is written into a component", () => {
  for (const file of sources.filter((it) => it.endsWith(".tsx") && !it.startsWith("catalogue/"))) {
    expect(readFileSync(join(src, file), "utf8"), file).not.toMatch(
      /#[0-9a-f]{3,8}\b(?=["'\]\s])|\[[^\]]*\d(?:px|rem|em)\b|\brgb\(/i,
    );
  }
});

function* candidates(): Generator<[name: string, file: string]> {
  for (const file of sources) {
    for (const [, list = ""] of readFileSync(join(src, file), "utf8").matchAll(/["`]([^"`\n]*)["`]/g)) {
      for (const name of list.split(/\s+/)) if (FAMILIES.test(name)) yield [name, file];
    }
  }
}

function seen(build: (names: string[]) => string, name: string): boolean {
  return build([name]).includes(selectorOf(name));
}

function selectorOf(name: string): string {
  return `.${name.replace(/[^\w-]/g, (sign) => `\\${sign}`)}`;
}

function kit() {
  return compile(readFileSync(join(src, "ui.css"), "utf8"), {
    base: src,
    loadStylesheet: async (id, base) => {
      const path = id.startsWith(".") ? join(base, id) : resolve(id);
      return { path, base: dirname(path), content: readFileSync(path, "utf8") };
    },
  });
}
