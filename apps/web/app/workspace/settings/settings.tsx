import { m } from "@guildhall/i18n/messages";
import { Stack, type TabLink, TabLinks } from "@guildhall/ui";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { z } from "zod";
import { workspaceRoute } from "../../server/define-route.ts";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

export const loader = workspaceRoute({ params: z.object({ tenant: z.string() }), permission: "workspace.enter" }).open(
  async ({ scope: { actor } }) => ({
    may: {
      edit: actor.can("settings.edit"),
      shape: actor.can("fields.manage"),
      keepTags: actor.can("people.bulk-edit"),
      takeAlong: actor.can("tenant.export"),
    },
  }),
);

/** The rooms of the settings, as far as somebody may go into them. */
export default function Settings() {
  const { may } = useLoaderData<typeof loader>();
  const { t } = useWords();
  const { pathname } = useLocation();
  const base = `/w/${useHall().slug}/settings`;
  const tab = (path: string, label: string): TabLink => ({
    href: base + path,
    label,
    current: path === "" ? pathname === base : pathname === base + path || pathname.startsWith(`${base}${path}/`),
  });
  const tabs = [
    ...(may.edit ? [tab("", t(m.settings_hall))] : []),
    tab("/staff", t(m.settings_staff)),
    ...(may.edit
      ? [
          tab("/sign-in", t(m.settings_sign_in)),
          tab("/branding", t(m.settings_branding)),
          tab("/portal", t(m.settings_portal)),
          tab("/plan", t(m.settings_plan)),
        ]
      : []),
    ...(may.shape ? [tab("/fields", t(m.fields_title))] : []),
    ...(may.keepTags ? [tab("/tags", t(m.fields_tags))] : []),
    ...(may.takeAlong ? [tab("/data", t(m.settings_data))] : []),
  ];
  return (
    <Stack gap={5}>
      <TabLinks label={t(m.settings_nav)} tabs={tabs} />
      <Outlet />
    </Stack>
  );
}
