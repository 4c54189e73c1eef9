import type { DocumentPlaces } from "../../documents/document-props.ts";

/** Where what documents name is found in a workspace. */
export function placesIn(slug: string): DocumentPlaces {
  return {
    fileHref: (fileId) => `/w/${slug}/files/${fileId}`,
    mentionHref: ({ kind, id }) => `/w/${slug}/${mentionPlaces[kind]}/${id}`,
  };
}

const mentionPlaces = { person: "people", company: "companies", document: "docs" } as const;
