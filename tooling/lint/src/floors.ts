/**
 * Who may import whom (docs: DESIGN §2). A package may import every floor listed above its own and, where `siblings`
 * says so, those listed before it on its own floor. A package that stands nowhere here fails the check.
 */
const floors: readonly Floor[] = [
  { siblings: "never", packages: ["core"] },
  { siblings: "never", packages: ["facts", "config", "i18n"] },
  { siblings: "earlier", packages: ["db", "jobs", "mail", "files", "search"] },
  { siblings: "earlier", packages: ["tenancy", "auth", "people", "work", "notify", "payments", "sync"] },
  { siblings: "never", domains: true, packages: ["billing", "crm", "events", "docs", "community", "commerce"] },
  // The suite put together, for apps alone.
  { siblings: "never", top: true, packages: ["suite"] },
];

/** Beside the floors: each may import exactly these. */
export const beside: Readonly<Record<string, readonly string[]>> = {
  ui: ["core", "i18n"],
  // Factories of a domain live with the domain, so that testing knows none of them.
  testing: floors.filter((floor) => !floor.domains && !floor.top).flatMap((floor) => floor.packages),
};

/** The doors that every package may have, and those that one package has for a reason. */
export const usualDoors: readonly string[] = [".", "./schemas", "./client"];
export const ownDoors: Readonly<Record<string, readonly string[]>> = {
  // The first three are for tools; COPY stays out of index because only bulk loading needs its streams.
  db: ["./embedded", "./migrate", "./schema-types", "./copy"],
  // What every grid speaks; kept apart because its parsers have no place in the shell.
  core: ["./grid"],
  // What only operators, or only documents, meet stays out of the words that every page with a form loads.
  i18n: ["./messages", "./errors", "./document-errors", "./operator-errors"],
  // Past which a file is only kept where the plan has room: see `filesCountAgainstThePlan`.
  files: ["./record"],
  testing: ["./browser"],
  // What is heavy or rare has its own door, so that the shell's script stays small; the catalogue is what /dev/ui shows.
  ui: [
    "./tokens.css",
    "./ui.css",
    "./catalogue",
    "./answers",
    "./charts",
    "./choice",
    "./dates",
    "./grid",
    "./palette",
    "./qr",
    "./rich-text",
    "./table",
    "./tree",
  ],
};

/** Doors that end up in the browser's bundle, besides every `schemas` and `client`. */
export const clientPackages: readonly string[] = ["core", "facts", "i18n", "ui"];

interface Floor {
  siblings: "never" | "earlier";
  domains?: true;
  top?: true;
  packages: readonly string[];
}

export const domains: readonly string[] = floors.filter((floor) => floor.domains).flatMap((floor) => floor.packages);

export const knownPackages: readonly string[] = [...floors.flatMap((floor) => floor.packages), ...Object.keys(beside)];

/** The packages that this one may import; nothing for one that has no floor. */
export function mayImport(name: string): readonly string[] {
  const apart = beside[name];
  if (apart) return apart;
  const storey = floors.findIndex((floor) => floor.packages.includes(name));
  const floor = floors[storey];
  if (!floor) return [];
  const above = floors.slice(0, storey).flatMap((upper) => upper.packages);
  const earlier = floor.siblings === "earlier" ? floor.packages.slice(0, floor.packages.indexOf(name)) : [];
  return [...above, ...earlier];
}
