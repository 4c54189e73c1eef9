import { m } from "@guildhall/i18n/messages";
import { listTenantsOfUser } from "@guildhall/people";
import { ButtonLink, Chip, EmptyState, PageHeader, Stack, Stamp } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { whoIsHere } from "../server/who-is-here.ts";
import { pageTitle } from "../shell/page-title.ts";
import { roleName } from "../shell/role-name.ts";
import { useWords } from "../shell/words.ts";

export const meta = pageTitle(m.auth_halls_title);

export const loader = route({ area: "account" }).loader(async ({ visit, house }) => {
  const { user } = await whoIsHere(visit);
  const halls = await house.database.withPlatform("sign-in", (db) => listTenantsOfUser(db, user.id), {
    readOnly: true,
  });
  return { email: user.email, halls };
});

export default function Halls() {
  const { t } = useWords();
  const { email, halls } = useLoaderData<typeof loader>();
  return (
    <Stack gap={5}>
      <PageHeader size="l" title={t(m.auth_halls_title)} description={t(m.auth_halls_text, { email })} />
      {halls.length === 0 && (
        <EmptyState kind="no-access" title={t(m.auth_halls_none_title)} text={t(m.auth_halls_none_text)} />
      )}
      <ul className="grid">
        {halls.map((hall) => (
          <li key={hall.slug} className="flex flex-wrap items-center gap-x-s4 gap-y-s2 border-t py-s4">
            <Stamp name={hall.name} accent={hall.accent} size="l" />
            <div className="grid min-w-0 flex-1 justify-items-start gap-s1">
              <span className="font-title text-title-s font-semibold">{hall.name}</span>
              <Chip>{t(roleName(hall.role))}</Chip>
            </div>
            <ButtonLink look="quiet" href={`/account/picture/${hall.slug}`}>
              {t(m.account_picture)}
            </ButtonLink>
            <ButtonLink href={hall.role ? `/w/${hall.slug}` : `/c/${hall.slug}`}>
              {hall.role ? t(m.auth_halls_enter) : t(m.account_halls_visit)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
