import { m } from "@guildhall/i18n/messages";
import type { Affiliation } from "@guildhall/people/schemas";
import { Button, Chip, TextLink } from "@guildhall/ui";
import { useWords } from "../../shell/words.ts";
import { useYears } from "../companies/use-years.ts";
import { useHall } from "../use-hall.ts";
import { SmallForm } from "./small-form.tsx";

/** Somebody's places in companies, what is theirs now first, each with what can be done to it. */
export function PositionList({ positions }: { readonly positions: readonly Affiliation[] }) {
  const { t } = useWords();
  const hall = useHall();
  const years = useYears();
  const present = positions.filter(({ until }) => until === null).length;
  if (positions.length === 0) return <p className="text-ink-2">{t(m.companies_positions_none)}</p>;
  return (
    <ul className="grid max-w-read border-t">
      {positions.map((position) => {
        const values = { affiliationId: position.id };
        const name = position.company.name;
        return (
          <li
            key={position.id}
            className="flex flex-wrap items-center justify-between gap-x-s4 gap-y-s1 border-b py-s2"
          >
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-s2">
                <TextLink href={`/w/${hall.slug}/companies/${position.company.id}`} alone>
                  {name}
                </TextLink>
                {position.preferred && <Chip tone="jade">{t(m.companies_position_preferred)}</Chip>}
                {position.until !== null && <Chip>{t(m.companies_position_over)}</Chip>}
              </span>
              <span className="block text-s text-ink-2">
                {[position.title, years(position), position.source === "domain" && t(m.companies_position_by_domain)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            <span className="flex flex-wrap items-center gap-s1">
              {position.until === null && present > 1 && !position.preferred && (
                <SmallForm act="prefer" values={values}>
                  <Button type="submit" size="s" look="quiet" label={t(m.companies_position_prefer_named, { name })}>
                    {t(m.companies_position_prefer)}
                  </Button>
                </SmallForm>
              )}
              {position.until === null && (
                <SmallForm act="end" values={values}>
                  <Button type="submit" size="s" label={t(m.companies_position_end_named, { name })}>
                    {t(m.companies_position_end)}
                  </Button>
                </SmallForm>
              )}
              <SmallForm act="remove" values={values}>
                <Button
                  type="submit"
                  size="s"
                  look="quiet"
                  icon="remove"
                  label={t(m.companies_position_remove_named, { name })}
                />
              </SmallForm>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
