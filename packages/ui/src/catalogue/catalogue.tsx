import { type ReactNode, useEffect, useState } from "react";
import { Bell } from "../hall/bell.tsx";
import { HallFrame } from "../hall/hall-frame.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { Section } from "../layout/section.tsx";
import { Avatar } from "../marks/avatar.tsx";
import { HouseStamp } from "../marks/house-stamp.tsx";
import { NotificationItem } from "../records/notification-item.tsx";
import { groups, parts } from "./groups.ts";
import { type CatalogueLocale, type Say, sayIn } from "./say.ts";

type CatalogueProps = {
  readonly locale: CatalogueLocale;
  /** Which of its pages, by id; the first without it. */
  readonly part?: string | undefined;
  /** At the foot of the rail: the way to the other language. */
  readonly foot?: ReactNode;
};

/** Everything the kit is made of, in every state, in a hall of its own. Mounted at /dev/ui; its sample texts live here and nowhere else. */
export function Catalogue({ locale, part, foot }: CatalogueProps) {
  const say = sayIn(locale);
  const hash = useHash();
  const shown = parts.find(({ id }) => id === part) ?? parts[0];
  const address = (id: string, group = "") => `?part=${id}${group && `#${group}`}`;
  return (
    <HallFrame
      sign={{ name: say("Hall of the kit", "会馆器物"), href: address("ground") }}
      sections={parts.map(({ id, en, zh, groups: within }) => ({
        title: say(en, zh),
        places: groups
          .filter((group) => within.includes(group.id))
          .map((group) => ({
            href: address(id, group.id),
            icon: group.icon,
            label: say(group.en, group.zh),
            current: id === shown?.id && (hash === `#${group.id}` || (hash === "" && group.id === within[0])),
          })),
      }))}
      near={[
        address("ground", "marks"),
        address("write", "fields"),
        address("look", "tables"),
        address("said", "overlays"),
      ]}
      bell={<Rung say={say} />}
      foot={foot}
    >
      <div className="mx-auto grid max-w-page gap-s7 py-s4 md:py-s6">
        <PageHeader
          size="l"
          actions={<HouseStamp size="xl" turned />}
          above={say("Guildhall · 会馆", "会馆 · Guildhall")}
          title={say("Ink, paper, seal", "墨、纸、印")}
          description={say(
            "What the rooms of the house are built from. Everything here is in use, in every state it can be in.",
            "会馆的每一间屋，都由这些器物搭成。凡在用的，各种状态都在这里。",
          )}
        />
        {groups
          .filter(({ id }) => shown?.groups.includes(id))
          .map(({ id, en, zh, aboutEn, aboutZh, Body }) => (
            <Section key={id} id={id} title={say(en, zh)} description={say(aboutEn, aboutZh)}>
              <Body locale={locale} say={say} />
            </Section>
          ))}
      </div>
    </HallFrame>
  );
}

function Rung({ say }: { readonly say: Say }) {
  return (
    <Bell unread={2} href="?part=look#records">
      <ul className="border-t">
        <NotificationItem
          unread
          href="?part=look#records"
          mark={<Avatar id="person-204" name="Zoë Ó Súilleabháin" />}
          time={say("Just now", "刚刚")}
        >
          {say("Zoë Ó Súilleabháin thanked you", "Zoë Ó Súilleabháin 向你致谢")}
        </NotificationItem>
      </ul>
    </Bell>
  );
}

/** The part of the page that the address names; none before scripts run. */
function useHash(): string {
  const [hash, setHash] = useState("");
  useEffect(() => {
    const look = () => setHash(location.hash);
    look();
    addEventListener("hashchange", look);
    return () => removeEventListener("hashchange", look);
  }, []);
  return hash;
}
