import { m } from "@guildhall/i18n/messages";
import { Breadcrumbs } from "@guildhall/ui";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";

/** From the fields of a kind of record to this page. */
export function FieldTrail({ of, here }: { readonly of: string; readonly here: string }) {
  const { t } = useWords();
  const base = `/w/${useHall().slug}/settings/fields`;
  return (
    <Breadcrumbs
      trail={[
        { label: t(m.fields_title), href: base },
        of === "company"
          ? { label: t(m.companies_title), href: `${base}?of=company` }
          : { label: t(m.people_title), href: `${base}?of=person` },
        { label: here },
      ]}
    />
  );
}
