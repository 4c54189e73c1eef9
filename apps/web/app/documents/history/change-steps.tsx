import type { MarkedNode } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { ButtonLink } from "@guildhall/ui";
import { useLocation } from "@remix-run/react";
import { useWords } from "../../shell/words.ts";
import { passagesOf } from "./passages.ts";

/** How many places changed, and the way from one to the next: links that the page's address remembers. */
export function ChangeSteps({ node }: { readonly node: MarkedNode }) {
  const { t } = useWords();
  const { hash } = useLocation();
  const count = passagesOf(node).places.size;
  const at = Number(/^#change-(\d+)$/.exec(hash)?.[1] ?? 0);
  if (count === 0) return <p className="text-s text-ink-2">{t(m.versions_no_changes)}</p>;
  return (
    <div className="flex items-center gap-s1">
      <p role="status" className="tabular text-s text-ink-2">
        {at > 0 && at <= count ? t(m.versions_place_of, { at, count }) : t(m.versions_places, { count })}
      </p>
      <ButtonLink
        size="s"
        look="quiet"
        icon="chevron-up"
        label={t(m.versions_place_before)}
        href={`#change-${at > 1 ? at - 1 : count}`}
      />
      <ButtonLink
        size="s"
        look="quiet"
        icon="chevron-down"
        label={t(m.versions_place_after)}
        href={`#change-${at < count ? at + 1 : 1}`}
      />
    </div>
  );
}
