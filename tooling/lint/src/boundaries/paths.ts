import { scope } from "../workspace.ts";

// dependency-cruiser names a module by its real path, or, where it finds none, by what the import said.

/** The packages' files, or their names where the import cannot be resolved. */
export function inPackages(names: readonly string[]): string[] {
  return [`^(packages|tooling)/${anyOf(names)}/`, `^${scope}${anyOf(names)}(/|$)`];
}

/** Packages from the registry, or everything of a registry scope. */
export function npm(...names: string[]): string {
  return `(^|node_modules/)${anyOf(names)}(/|$)`;
}

/** A group that matches one of these, and nothing when there are none. */
export function anyOf(names: readonly string[]): string {
  return names.length === 0 ? "(?!)" : `(${names.join("|").replaceAll(".", "\\.")})`;
}
