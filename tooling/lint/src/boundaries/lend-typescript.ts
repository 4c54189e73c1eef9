import { createRequire, registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

const ours = createRequire(import.meta.url);

// dependency-cruiser declares no TypeScript, looks for one above itself, finds the root's 7 (which has no API for it)
// and would silently read no .ts file at all. It is lent the 5.9 that this package declares.
registerHooks({
  resolve(specifier, context, next) {
    const lend = /^typescript(?:\/|$)/.test(specifier) && context.parentURL?.includes("/dependency-cruiser/");
    return lend ? { url: pathToFileURL(ours.resolve(specifier)).href, shortCircuit: true } : next(specifier, context);
  },
});
