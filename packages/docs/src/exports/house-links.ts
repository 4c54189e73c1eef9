import { idOf } from "../editor/safe-address.ts";
import type { Writing } from "../formats/writing.ts";

const pages = { person: "people", company: "companies", document: "docs" } as const;

/**
 * Where links of a document lead once it is out of the house: to what goes along with it by `placeOf`, to the rest of the
 * hall by its whole address.
 */
export function houseLinks(
  hall: string,
  placeOf: (documentId: string) => string | undefined,
): Pick<Writing, "mentionHref" | "linkHref"> {
  const { origin } = new URL(hall);
  return {
    mentionHref: ({ kind, id }) => {
      if (kind === "document") return placeOf(id) ?? `${hall}/docs/${id}`;
      return hall.includes("/w/") ? `${hall}/${pages[kind]}/${id}` : undefined;
    },
    linkHref: (href) => {
      if (!href.startsWith("/") && !href.startsWith(`${origin}/`)) return href;
      const address = new URL(href, origin);
      const documentId = idOf(/^\/[wc]\/[^/]+\/docs\/([0-9a-f-]{36})$/i.exec(address.pathname)?.[1]);
      return (documentId && placeOf(documentId)) ?? address.href;
    },
  };
}
