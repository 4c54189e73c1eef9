import { m } from "@guildhall/i18n/messages";
import { TextLink } from "../text/text-link.tsx";
import { useKitWords } from "../words/use-kit-words.ts";

type BreadcrumbsProps = {
  /** From the hall to here; the last is this page, and leads nowhere. */
  readonly trail: readonly { readonly label: string; readonly href?: string | undefined }[];
};

/** The way here, above a title. */
export function Breadcrumbs({ trail }: BreadcrumbsProps) {
  const { t } = useKitWords();
  return (
    <nav aria-label={t(m.ui_breadcrumbs)} className="min-w-0 text-s text-ink-2">
      <ol className="flex flex-wrap items-center gap-x-s2">
        {trail.map(({ label, href }, at) => (
          <li key={`${label} ${href ?? ""}`} className="flex min-w-0 items-center gap-s2">
            {at > 0 && (
              <span aria-hidden="true" className="text-ink-3">
                /
              </span>
            )}
            {href === undefined ? (
              <span aria-current="page" className="inline-flex min-h-target items-center font-medium text-ink">
                {label}
              </span>
            ) : (
              <TextLink href={href} alone>
                {label}
              </TextLink>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
