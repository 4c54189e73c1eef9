import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

interface PersonTrailProps {
  readonly id: string;
  readonly name: string;
  /** What is done here. */
  readonly here: string;
}

/** The way back from what is done with somebody. */
export function PersonTrail({ id, name, here }: PersonTrailProps) {
  const { t } = useWords();
  const people = `/w/${useHall().slug}/people`;
  return (
    <Breadcrumbs
      trail={[{ label: t(m.people_title), href: people }, { label: name, href: `${people}/${id}` }, { label: here }]}
    />
  );
}
