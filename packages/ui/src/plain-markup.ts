import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

/** For tests: what the server writes, without its class lists. */
export function plainMarkup(element: ReactElement): string {
  return renderToStaticMarkup(element).replaceAll(/ class="[^"]*"/g, "");
}
