import { unauthenticated } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { listTenantsOfUser } from "@guildhall/people";
import { ButtonLink, Chip, EmptyState, PageHeader, Stamp } from "@guildhall/ui";
import { useLoaderData } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import { roleName } from "../shell/role-name.ts";
import { SignOut } from "../shell/sign-out.tsx";
import { useWords } from "../shell/words.ts";

export const loader = route({ area: "account" }).loader(async ({ visit, house }) => {
  const session = await visit.session();
  if (!session) throw unauthenticated();
  const halls = await house.database.withPlatform("sign-in", (db) => listTenantsOfUser(db, session.user.id), {
    readOnly: true,
  });
  return { email: session.user.email, halls };
});

export default function Halls() {
  const { t } = useWords();
  const { email, halls } = useLoaderData<typeof loader>();
  return (
    <FrontFrame actions={<SignOut />}>
      <div className="mx-auto grid max-w-letter gap-s5">
        <PageHeader size="l" title={t(m.auth_halls_title)} description={t(m.auth_halls_text, { email })} />
        {halls.length === 0 && (
          <EmptyState kind="no-access" title={t(m.auth_halls_none_title)} text={t(m.auth_halls_none_text)} />
        )}
        <ul className="grid">
          {halls.map((hall) => (
            <li key={hall.slug} className="flex items-center gap-s4 border-t py-s4">
              <Stamp name={hall.name} accent={hall.accent} size="l" />
              <div className="grid min-w-0 flex-1 justify-items-start gap-s1">
                <span className="font-title text-title-s font-semibold">{hall.name}</span>
                <Chip>{t(roleName(hall.role))}</Chip>
              </div>
              {hall.role && <ButtonLink href={`/w/${hall.slug}`}>{t(m.auth_halls_enter)}</ButtonLink>}
            </li>
          ))}
        </ul>
      </div>
    </FrontFrame>
  );
}
