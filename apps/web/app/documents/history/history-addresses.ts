import { useSearchParams } from "@remix-run/react";

interface Look {
  readonly at?: number;
  readonly since?: number | undefined;
  readonly look?: "changes" | "text" | "who" | undefined;
  readonly by?: number | undefined;
}

/** Addresses of the same page with another moment, under the same list. */
export function useHistoryAddress(): (look: Look) => string {
  const [search] = useSearchParams();
  return (look) => {
    const there = new URLSearchParams();
    for (const kept of ["key", "by", "cursor"]) {
      const value = search.get(kept);
      if (value !== null && !("by" in look)) there.set(kept, value);
    }
    const key = search.get("key");
    if (key !== null) there.set("key", key);
    for (const [name, value] of Object.entries(look)) if (value !== undefined) there.set(name, String(value));
    return `?${there}`;
  };
}
