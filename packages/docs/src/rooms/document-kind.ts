/** The kind of room that a document's words stand in. */
export const documentKind = "document";

/** Goes up when pages that know only the one before could not edit without harm. */
export const documentSchemaVersion = 1;
