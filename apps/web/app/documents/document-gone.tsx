import { documentKind } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink, ErrorScene } from "@guildhall/ui";
import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { z } from "zod";
import { ErrorPage } from "../shell/error-page.tsx";
import { useWords } from "../shell/words.ts";
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
      {useIsLinkOver() ? <LinkOver isKnown={personId !== undefined} home={home} /> : <ErrorPage home={home} />}
    </div>
  );
}

function useIsLinkOver(): boolean {
  const error = useRouteError();
  return isRouteErrorResponse(error) && errorCode.safeParse(error.data).data?.code === "docs.link-over";
}

const errorCode = z.object({ code: z.string() });

/** It may have been taken back, or its day may have passed; whoever was let in by name can still come in. */
function LinkOver({ isKnown, home }: { readonly isKnown: boolean; readonly home: string }) {
  const { t } = useWords();
  const { pathname } = useLocation();
  return (
    <ErrorScene
      code="404"
      title={t(m.docs_link_over)}
      text={t(m.error_docs_link_over)}
      actions={
        <>
          <ButtonLink look="primary" href={isKnown ? pathname : `/login?${new URLSearchParams({ to: pathname })}`}>
            {t(isKnown ? m.docs_link_over_without : m.docs_link_over_sign_in)}
          </ButtonLink>
          <ButtonLink href={home}>{t(m.shell_go_back)}</ButtonLink>
        </>
      }
    />
  );
}
