import { useEffect, useRef, useState } from "react";

type Found<Item> = { readonly items: readonly Item[]; readonly searching: boolean };
export type Find<Item> = (query: string, signal: AbortSignal) => Promise<readonly Item[]>;

/** What a query finds, the last answer that was asked for; what was found before stays until then. */
export function useFound<Item>(query: string, find: Find<Item> | undefined, first: readonly Item[]): Found<Item> {
  const [items, setItems] = useState(first);
  const [searching, setSearching] = useState(false);
  const ask = useRef(find);
  ask.current = find;
  const start = useRef(first);
  start.current = first;
  useEffect(() => {
    if (!ask.current || query.trim() === "") {
      setItems(start.current);
      setSearching(false);
      return;
    }
    const search = new AbortController();
    setSearching(true);
    ask.current(query, search.signal).then(
      (found) => {
        if (search.signal.aborted) return;
        setItems(found);
        setSearching(false);
      },
      () => {
        if (!search.signal.aborted) setSearching(false);
      },
    );
    return () => search.abort();
  }, [query]);
  return { items, searching };
}
