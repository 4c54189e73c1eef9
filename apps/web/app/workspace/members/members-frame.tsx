import { m } from "@guildhall/i18n/messages";
import { PageHeader, Stack, TabLinks } from "@guildhall/ui";
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useWords } from "../../shell/words.ts";
import { useHall } from "../use-hall.ts";

/** The three views of a hall's members, each with its own address. */
export function MembersFrame({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const hall = useHall();
  const { pathname } = useLocation();
  const base = `/w/${hall.slug}/members`;
  const tab = (href: string, label: string) => ({ href, label, current: pathname === href });
  return (
    <Stack gap={4}>
      <PageHeader title={t(m.portal_members)} description={t(m.portal_members_text)} />
      <TabLinks
        label={t(m.portal_members)}
        tabs={[
          tab(base, t(m.portal_requests_title)),
          tab(`${base}/all`, t(m.portal_list_title)),
          tab(`${base}/invited`, t(m.portal_invite_title)),
        ]}
      />
      {children}
    </Stack>
  );
}
