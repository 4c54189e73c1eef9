import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** How a grid is shown changes nothing of what is in it: then nothing is asked of the server. */
export function unlessLookOnly({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (formMethod || currentUrl.pathname !== nextUrl.pathname) return defaultShouldRevalidate;
  const [from, to] = [asked(currentUrl), asked(nextUrl)];
  return from === to && currentUrl.search !== nextUrl.search ? false : defaultShouldRevalidate;
}

function asked(url: URL): string {
  const params = new URLSearchParams(url.searchParams);
  for (const look of ["columns", "density"]) params.delete(look);
  return params.toString();
}
