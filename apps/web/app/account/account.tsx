import { m } from "@guildhall/i18n/messages";
import { RailLink, useCurrentInSight } from "@guildhall/ui";
import { Outlet, useLocation } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { FrontFrame } from "../shell/front-frame.tsx";
import { SignOut } from "../shell/sign-out.tsx";
import { useWords } from "../shell/words.ts";

export const loader = route({ area: "account" }).loader(async () => null);

const places = [
  { path: "/account", icon: "building", name: m.account_nav_halls },
  { path: "/account/profile", icon: "person", name: m.account_nav_profile },
  { path: "/account/security", icon: "lock", name: m.account_nav_security },
  { path: "/account/devices", icon: "laptop", name: m.account_nav_devices },
  { path: "/account/notifications", icon: "bell", name: m.account_nav_notifications },
  { path: "/account/data", icon: "download", name: m.account_nav_data },
] as const;

/** What is somebody's own, in whatever hall: its rooms at the side, on a phone in a row above. */
export default function Account() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const row = useCurrentInSight<HTMLElement>();
  const at = (path: string) =>
    pathname === path || (path !== "/account" && pathname.startsWith(`${path}/`)) || pathname === `${path}/`;
  return (
    <FrontFrame actions={<SignOut />}>
      <div className="grid gap-s5 md:grid-cols-[var(--rail)_minmax(0,1fr)] md:gap-s7">
        <nav
          ref={row}
          aria-label={t(m.account_nav)}
          className="row-of-places flex gap-s1 overflow-x-auto border-b md:grid md:content-start md:overflow-visible md:border-b-0 md:pb-0"
        >
          {places.map(({ path, icon, name }) => (
            <span key={path} className="flex-none">
              <RailLink href={path} icon={icon} current={at(path)}>
                {t(name)}
              </RailLink>
            </span>
          ))}
        </nav>
        <div className="min-w-0 max-w-letter">
          <Outlet />
        </div>
      </div>
    </FrontFrame>
  );
}
