import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SourceFile {
  path: string;
  text: string;
}

const skipped = /(?:^|\/)(?:node_modules|build|\.data|paraglide)\/|\.gen\.ts$|^tooling\/lint\/fixtures\//;

/** Every TypeScript file that people write, from the top. */
export function sourceFiles(top: string, pattern = "{apps,packages,tooling}/*/**/*.{ts,tsx}"): SourceFile[] {
  const paths = globSync(pattern, { cwd: top, exclude: (path) => /(?:^|\/)(?:node_modules|build|\.data)$/.test(path) });
  return paths
    .filter((path) => !skipped.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(top, path), "utf8") }));
}

export const isTest = (path: string): boolean => /\.(?:test|spec)\.tsx?$|(?:^|\/)test\//.test(path);

/** The 1-based line of a place in a text. */
export const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length;
