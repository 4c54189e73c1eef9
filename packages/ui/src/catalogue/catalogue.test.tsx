import { readdirSync, readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as kit from "../index.ts";
import { UiProvider } from "../ui-provider.tsx";
import { Catalogue } from "./catalogue.tsx";
import { groups, parts } from "./groups.ts";

const complaint = vi.spyOn(console, "error");
beforeEach(() => complaint.mockClear());
afterEach(() => expect(complaint).not.toHaveBeenCalled());

const pages = parts.flatMap(({ id }) => [["en", id] as const, ["zh-CN", id] as const]);
test.each(pages)("the catalogue renders on the server, %s, %s", (locale, part) => {
  const html = inLanguage(locale, part);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(html.match(/<h1/g)).toHaveLength(1);
  for (const [, id = ""] of html.matchAll(/(?:aria-labelledby|for)="([^"]+)"/g)) expect(ids, id).toContain(id);
  for (const [, described = ""] of html.matchAll(/aria-describedby="([^"]+)"/g))
    for (const id of described.split(" ")) expect(ids, id).toContain(id);
});

test("every group stands on one page", () => {
  expect(parts.flatMap((part) => part.groups).sort()).toEqual(groups.map(({ id }) => id).sort());
});

test("the Chinese catalogue speaks Chinese", () => {
  const words = parts.map(({ id }) => inLanguage("zh-CN", id).replaceAll(/<[^>]*>/g, " ")).join(" ");
  expect(words).toContain("墨、纸、印");
  expect(words).not.toMatch(/\b(the|and|with|your|choose|saved)\b/i);
});

test("what the kit exports, the catalogue shows", () => {
  const folder = new URL(".", import.meta.url);
  const shown = readdirSync(folder)
    .filter((file) => !file.includes(".test."))
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join("\n");
  const components = Object.keys(kit).filter((name) => /^[A-Z]/.test(name) && !FRAMES.includes(name));
  expect(components.filter((name) => !new RegExp(`<${name}\\b`).test(shown))).toEqual([]);
});

/** Not to be seen by themselves. */
const FRAMES = ["UiProvider", "VisuallyHidden", "RailLink", "SkipLink"];

function inLanguage(locale: "en" | "zh-CN", part: string): string {
  return renderToStaticMarkup(
    <UiProvider locale={locale}>
      <Catalogue locale={locale} part={part} />
    </UiProvider>,
  );
}
