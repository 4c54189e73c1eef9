import { m } from "@guildhall/i18n/messages";
import type { NamedCompany } from "@guildhall/people/schemas";
import { Section, TextLink } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

interface HierarchyProps {
  readonly company: NamedCompany & {
    readonly above: readonly NamedCompany[];
    readonly below: readonly NamedCompany[];
  };
}

/** Where a company stands: those above it, itself, and those directly below. Nothing where it stands alone. */
export function Hierarchy({ company }: HierarchyProps) {
  const { t } = useWords();
  if (company.above.length === 0 && company.below.length === 0) return null;
  return (
    <Section title={t(m.companies_place)}>
      <Branch way={company.above} company={company} />
    </Section>
  );
}

/** One company a level, each within the one above. */
function Branch({ way: [top, ...rest], company }: HierarchyProps & { readonly way: readonly NamedCompany[] }) {
  return (
    <ul className="grid gap-s1 border-l border-line pl-s4 first:border-l-0">
      {top ? (
        <li className="grid gap-s1">
          <CompanyLink company={top} />
          <Branch way={rest} company={company} />
        </li>
      ) : (
        <li className="grid gap-s1">
          <b className="font-semibold">{company.name}</b>
          {company.below.length > 0 && (
            <ul className="grid gap-s1 border-l border-line pl-s4">
              {company.below.map((below) => (
                <li key={below.id}>
                  <CompanyLink company={below} />
                </li>
              ))}
            </ul>
          )}
        </li>
      )}
    </ul>
  );
}

function CompanyLink({ company: { id, name } }: { readonly company: NamedCompany }) {
  return (
    <TextLink href={`/w/${useHall().slug}/companies/${id}`} alone>
      {name}
    </TextLink>
  );
}
