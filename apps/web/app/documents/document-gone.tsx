import { documentKind } from "@guildhall/docs/schemas";
import { ErrorPage } from "../shell/error-page.tsx";
import { KeptCopyOffer } from "./kept/kept-copy-offer.tsx";

interface DocumentGoneProps {
  readonly room: { readonly slug: string; readonly documentId: string };
  readonly personId: string | undefined;
  readonly putTo?: string | undefined;
  readonly home: string;
}

/** A document that could not be shown: what they wrote in it on this device and was never stored is theirs all the same. */
export function DocumentGone({ room: { slug, documentId }, personId, putTo, home }: DocumentGoneProps) {
  return (
    <div className="grid gap-s5">
      {personId && (
        <KeptCopyOffer
          room={`${slug}.${documentKind}.${documentId}`}
          personId={personId}
          mayWrite={false}
          putTo={putTo}
        />
      )}
      <ErrorPage home={home} />
    </div>
  );
}
