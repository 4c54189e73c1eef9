import type { ShouldRevalidateFunction } from "@remix-run/react";

/** What is said beside a document changes nothing in it: the document is not read anew for it. */
export const unlessSaid: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  formAction && /\/comments(?:\?|$)/.test(formAction) ? false : defaultShouldRevalidate;
