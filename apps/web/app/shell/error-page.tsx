import { m } from "@guildhall/i18n/messages";
import { ButtonLink, ErrorScene } from "@guildhall/ui";
import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useWords, type Words } from "./words.ts";

/** The page for whatever could not be shown: what it means, what to do, and the number that finds it in the log. */
export function ErrorPage({ home = "/" }: { readonly home?: string }) {
  const error = useRouteError();
  const words = useWords();
  const here = useLocation();
  const { t } = words;
  const { code, title, text, reference } = explain(error, words);
  return (
    <ErrorScene
      code={code}
      title={title}
      text={text}
      reference={reference && t(m.shell_reference, { id: reference })}
      actions={
        <>
          <ButtonLink look="primary" href={home}>
            {home === "/" ? t(m.shell_back_home) : t(m.shell_go_back)}
          </ButtonLink>
          {code === "500" && <ButtonLink href={here.pathname + here.search}>{t(m.shell_try_again)}</ButtonLink>}
        </>
      }
    />
  );
}

interface Explanation {
  readonly code: string;
  readonly title: string;
  readonly text: string;
  readonly reference?: string | undefined;
}

function explain(error: unknown, { t }: Words): Explanation {
  if (!isRouteErrorResponse(error)) {
    const offline = typeof navigator !== "undefined" && navigator.onLine === false;
    return offline
      ? { code: "…", title: t(m.shell_error_offline_title), text: t(m.shell_error_offline_text) }
      : { code: "500", title: t(m.shell_error_broken_title), text: t(m.shell_error_broken_text) };
  }
  const reference = referenceOf(error.data);
  if (error.status === 404)
    return { code: "404", title: t(m.shell_error_not_found_title), text: t(m.shell_error_not_found_text) };
  if (codeOf(error.data) === "tenancy.suspended")
    return { code: "403", title: t(m.signup_suspended_title), text: t(m.signup_suspended_text), reference };
  if (error.status === 403)
    return { code: "403", title: t(m.shell_error_forbidden_title), text: t(m.shell_error_forbidden_text), reference };
  if (error.status < 500)
    return {
      code: String(error.status),
      title: t(m.shell_error_invalid_title),
      text: t(m.shell_error_invalid_text),
      reference,
    };
  return {
    code: String(error.status),
    title: t(m.shell_error_broken_title),
    text: t(m.shell_error_broken_text),
    reference,
  };
}

function codeOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "code" in data ? data.code : undefined;
}

function referenceOf(data: unknown): string | undefined {
  return typeof data === "object" && data !== null && "requestId" in data && typeof data.requestId === "string"
    ? data.requestId
    : undefined;
}
