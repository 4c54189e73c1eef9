import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { loader } from "./address.ts";

export interface Slug {
  readonly value: string;
  /** What was found out about the value as it stands; null while nobody knows. */
  readonly state: "free" | "taken" | "malformed" | null;
  /** A free one like the one that is taken. */
  readonly suggestion: string | null;
  choose(value: string): void;
}

const calm = 300;

/**
 * The address of a hall to be: made of its name until somebody types one, and asked about while they do. Without script
 * it is a plain field, and the answer comes with the form's.
 */
export function useSlug({ company, initial }: { readonly company: string; readonly initial: string }): Slug {
  const [typed, setTyped] = useState<string | null>(initial || null);
  const { load, data } = useFetcher<typeof loader>();
  const started = useRef(false);
  const wanted = typed === null ? company.trim() : typed.trim();

  useEffect(() => {
    if (!started.current) {
      started.current = true;
      if (typed === null) return; // nothing was typed yet
    }
    if (wanted.length < 2) return;
    const question = new URLSearchParams(typed === null ? { company: wanted } : { slug: wanted });
    const timer = setTimeout(() => load(`/signup/address?${question}`), calm);
    return () => clearTimeout(timer);
  }, [typed, wanted, load]);

  const suggested = wanted === "" ? "" : (data?.suggestion ?? "");
  const value = typed ?? suggested;
  const answered = data && data.asked === (typed?.trim().toLowerCase() ?? null);
  return {
    value,
    state: value && answered ? data.state : null,
    suggestion: answered && typed !== null ? data.suggestion : null,
    choose: setTyped,
  };
}
