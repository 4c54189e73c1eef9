import { type RefObject, useEffect, useRef } from "react";

/** For a row of links that scrolls sideways: brings the one where one is into sight, and moves nothing else. */
export function useCurrentInSight<Row extends HTMLElement>(): RefObject<Row> {
  const row = useRef<Row>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const here = row.current?.querySelector("[aria-current]");
    if (!row.current || !here || here === last.current) return;
    last.current = here;
    const [outer, inner] = [row.current.getBoundingClientRect(), here.getBoundingClientRect()];
    row.current.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  });
  return row;
}
