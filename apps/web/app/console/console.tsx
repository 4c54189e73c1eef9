import { m } from "@guildhall/i18n/messages";
import { PageHeader, Stack, TabLinks } from "@guildhall/ui";
import { Outlet, useLocation } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { ErrorPage } from "../shell/error-page.tsx";
import { FrontFrame } from "../shell/front-frame.tsx";
import { SignOut } from "../shell/sign-out.tsx";
import { useWords } from "../shell/words.ts";

export const loader = route({ area: "console" }).loader(async () => null);

/** The rooms of whoever runs the installation. */
export default function Console() {
  const { t } = useWords();
  const { pathname } = useLocation();
  const tabs = [
    { href: "/console", label: t(m.console_tab_state), current: pathname === "/console" },
    { href: "/console/halls", label: t(m.console_tab_halls), current: pathname.startsWith("/console/halls") },
    { href: "/console/rooms", label: t(m.sync_console_tab), current: pathname === "/console/rooms" },
    { href: "/console/work", label: t(m.console_tab_work), current: pathname === "/console/work" },
  ];
  return (
    <FrontFrame actions={<SignOut />}>
      <Stack gap={5}>
        <PageHeader title={t(m.console_title)} />
        <TabLinks label={t(m.console_title)} tabs={tabs} />
        <Outlet />
      </Stack>
    </FrontFrame>
  );
}

export function ErrorBoundary() {
  return (
    <FrontFrame>
      <ErrorPage home="/console" />
    </FrontFrame>
  );
}
