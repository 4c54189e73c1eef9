import { presetNames } from "../imports/mapping/proposal.ts";

/** How people and companies come to be on record. */
export const recordSources = ["by-hand", "sign-in", ...["file", ...presetNames].map((system) => `import:${system}`)];
