import { useAwake } from "@guildhall/ui";
import { lazy, Suspense } from "react";
import type { KeptCopyProps } from "./kept-copy-props.ts";

/** Offers what somebody wrote on this device and may not store any more; nothing where there is none. */
export function KeptCopyOffer(props: KeptCopyProps) {
  if (!useAwake()) return null;
  return (
    <Suspense>
      <KeptCopy {...props} />
    </Suspense>
  );
}

const KeptCopy = lazy(() => import("./kept-copy.tsx"));
