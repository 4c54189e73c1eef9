import { useAwake } from "@guildhall/ui";
import { lazy, Suspense } from "react";

export interface KeptCopyOfferProps {
  /** The document's room, as the sync server calls it. */
  readonly room: string;
  readonly personId: string;
  /** Whether this page may write in it: then what the device keeps of it is the page's own. */
  readonly mayWrite: boolean;
  /** Where the copy is put into a new document; without it, it can only be taken along. */
  readonly putTo?: string | undefined;
}

/** Offers what somebody wrote on this device and may not store any more; nothing where there is none. */
export function KeptCopyOffer(props: KeptCopyOfferProps) {
  if (!useAwake()) return null;
  return (
    <Suspense>
      <KeptCopy {...props} />
    </Suspense>
  );
}

const KeptCopy = lazy(() => import("./kept-copy.tsx"));
