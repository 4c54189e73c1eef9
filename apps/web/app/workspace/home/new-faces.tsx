import { m } from "@guildhall/i18n/messages";
import type { PersonSummary } from "@guildhall/people/schemas";
import { Avatar, TextLink, Time } from "@guildhall/ui";
import { roleName } from "../../shell/role-name.ts";
import { useWords } from "../../shell/words.ts";
import { pictureAt } from "../picture-address.ts";
import { useHall } from "../use-hall.ts";

/** Who came last. */
export function NewFaces({ people }: { readonly people: readonly PersonSummary[] }) {
  const { t, locale } = useWords();
  const hall = useHall();
  return (
    <ul aria-label={t(m.signup_home_faces)} className="grid gap-x-s6 gap-y-s3 sm:grid-cols-2 lg:grid-cols-3">
      {people.map((person) => (
        <li key={person.id} className="flex min-w-0 items-center gap-s3">
          <Avatar id={person.id} name={person.fullName} image={pictureAt(hall.slug, person.avatarFileId)} />
          <div className="min-w-0">
            <p className="truncate">
              <TextLink href={`/w/${hall.slug}/people/${person.id}`} alone>
                {person.fullName}
              </TextLink>
            </p>
            <p className="truncate text-s text-ink-2">
              {person.role && <>{t(roleName(person.role))} · </>}
              <Time value={person.createdAt} locale={locale} zone={hall.timeZone} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
