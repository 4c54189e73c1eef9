import { createContext, type MouseEvent, useContext } from "react";

type Navigate = ((href: string) => void) | undefined;

/** The app's router, for links that are no `<Link>`. */
export const NavigateContext = createContext<Navigate>(undefined);

/** What a press on such a link does: goes there without loading the page anew, unless a new tab was meant. */
export function useFollow(): (event: MouseEvent<HTMLAnchorElement>) => void {
  const navigate = useContext(NavigateContext);
  return (event) => {
    const link = event.currentTarget;
    const elsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!navigate || elsewhere || event.defaultPrevented || link.origin !== location.origin || link.target) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  };
}
