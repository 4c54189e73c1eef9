import { m } from "@guildhall/i18n/messages";
import { ButtonLink } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";

/** The way to the import; for whoever may bring many people at once. */
export function ImportLink() {
  const { t } = useWords();
  return (
    <ButtonLink href={`/w/${useHall().slug}/people/import`} icon="upload">
      {t(m.imports_link)}
    </ButtonLink>
  );
}
