import { m } from "@guildhall/i18n/messages";
import { ButtonLink } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

/** To the page where what was just done can be looked at and taken back. */
export function UndoLink({ changeSetId }: { readonly changeSetId: string | undefined }) {
  const { t } = useWords();
  const { slug } = useHall();
  if (!changeSetId) return null;
  return (
    <ButtonLink size="s" href={`/w/${slug}/changes/${changeSetId}`}>
      {t(m.merge_gone_undo)}
    </ButtonLink>
  );
}
