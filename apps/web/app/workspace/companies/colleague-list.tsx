import type { PageOf } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { Avatar, TextLink } from "@guildhall/ui";
import { CursorPager } from "../../shell/cursor-pager.tsx";
import { useWords } from "../../shell/words.ts";
import { pictureAt } from "../picture-address.ts";
import { useHall } from "../use-hall.ts";
import { useYears } from "./use-years.ts";

interface Colleague {
  readonly affiliationId: string;
  readonly personId: string;
  readonly fullName: string;
  readonly avatarFileId: string | null;
  readonly title: string | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** People of a company with their titles and years. */
export function ColleagueList({ page, cursorName }: { readonly page: PageOf<Colleague>; readonly cursorName: string }) {
  const { t } = useWords();
  const hall = useHall();
  const years = useYears();
  if (page.rows.length === 0) return null;
  return (
    <>
      <ul aria-label={t(m.companies_people)} className="grid gap-x-s6 gap-y-s3 sm:grid-cols-2 lg:grid-cols-3">
        {page.rows.map((colleague) => (
          <li key={colleague.affiliationId} className="flex min-w-0 items-center gap-s3">
            <Avatar
              id={colleague.personId}
              name={colleague.fullName}
              image={pictureAt(hall.slug, colleague.avatarFileId)}
            />
            <div className="min-w-0">
              <p className="truncate">
                <TextLink href={`/w/${hall.slug}/people/${colleague.personId}`} alone>
                  {colleague.fullName}
                </TextLink>
              </p>
              <p className="truncate text-s text-ink-2">
                {[colleague.title, years(colleague)].filter(Boolean).join(" · ")}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <CursorPager page={page} name={cursorName} />
    </>
  );
}
