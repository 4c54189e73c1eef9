import { lazy, Suspense } from "react";
import { useAwake } from "../awake.ts";

/** Where `toast(…)` speaks: once in a frame, so that a word outlives the page it was said on. Its script comes after the page's. */
export function LazyToasts() {
  return useAwake() ? (
    <Suspense>
      <Region />
    </Suspense>
  ) : null;
}

const Region = lazy(async () => ({ default: (await import("./toast-region.tsx")).ToastRegion }));
