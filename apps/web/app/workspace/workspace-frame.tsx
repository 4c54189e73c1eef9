import { m } from "@guildhall/i18n/messages";
import type { Bell } from "@guildhall/notify";
import { Avatar, Button, HallFrame, TextLink, ToastPlace } from "@guildhall/ui";
import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { NoticeBell } from "../notices/notice-bell.tsx";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { SignOut } from "../shell/sign-out.tsx";
import { useWords } from "../shell/words.ts";
import { useCommandDoor } from "./actions/command-door.tsx";
import { type OpenAction, useHallActions } from "./actions/use-hall-actions.ts";
import { pictureAt } from "./picture-address.ts";

interface WorkspaceFrameProps {
  readonly tenant: {
    readonly slug: string;
    readonly name: string;
    readonly accent: string | null;
    readonly logoFileId: string | null;
    readonly timeZone: string;
  };
  readonly me: { readonly id: string; readonly name: string };
  /** What they may do here. */
  readonly may: readonly string[];
  readonly bell: Bell;
  /** What holds in every room: a trial that ends, a hall that closes. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
}

/** The hall around a page: its rooms, the palette, and whose seat this is. */
export function WorkspaceFrame({ tenant, me, may, bell, banner, children }: WorkspaceFrameProps) {
  const { t } = useWords();
  const { pathname } = useLocation();
  const actions = useHallActions(tenant.slug, may);
  const { openPalette, openSheet, door } = useCommandDoor(actions, tenant.slug, may);
  const home = `/w/${tenant.slug}`;
  const places = (rail: OpenAction["rail"]) =>
    actions
      .filter((action) => action.rail === rail)
      .map(({ href, label, icon }) => ({ href, label, icon, current: isHere(pathname, href, home) }));
  return (
    <HallFrame
      sign={{
        name: tenant.name,
        accent: tenant.accent,
        href: home,
        logo: pictureAt(tenant.slug, tenant.logoFileId),
      }}
      sections={[{ places: places("hall") }, { title: t(m.actions_house), places: places("house") }].filter(
        (section) => section.places.length > 0,
      )}
      onSearch={openPalette}
      bell={<NoticeBell base={home} zone={tenant.timeZone} bell={bell} />}
      banner={banner}
      foot={
        <>
          <span className="flex items-center gap-s2 px-s2 text-s">
            <Avatar id={me.id} name={me.name} size="s" />
            <span className="min-w-0 truncate">
              <TextLink href="/account" alone>
                {me.name}
              </TextLink>
            </span>
          </span>
          <span className="flex flex-wrap items-center">
            <LanguageSwitch />
            <Button look="quiet" size="s" onPress={openSheet} label={t(m.actions_sheet)}>
              ?
            </Button>
            <SignOut />
          </span>
        </>
      }
    >
      {children}
      {door}
      <ToastPlace />
    </HallFrame>
  );
}

/** Whether a room is where one is: at its address, or further in. The hall's own address is only itself. */
function isHere(pathname: string, href: string, home: string): boolean {
  return pathname === href || (href !== home && pathname.startsWith(`${href}/`));
}
