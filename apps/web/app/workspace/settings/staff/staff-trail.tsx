import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";

/** From the staff to this page. */
export function StaffTrail({ here }: { readonly here: string }) {
  const { t } = useWords();
  const hall = useHall();
  return (
    <Breadcrumbs trail={[{ label: t(m.settings_staff), href: `/w/${hall.slug}/settings/staff` }, { label: here }]} />
  );
}
