import type { ComponentType } from "react";
import { PageHeader } from "../layout/page-header.tsx";
import { Section } from "../layout/section.tsx";
import { HouseStamp } from "../marks/house-stamp.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { RailLink } from "../navigation/rail-link.tsx";
import { SkipLink } from "../navigation/skip-link.tsx";
import { ActionsGroup } from "./actions-group.tsx";
import { FeedbackGroup } from "./feedback-group.tsx";
import { FormsGroup } from "./forms-group.tsx";
import { ListsGroup } from "./lists-group.tsx";
import { MarksGroup } from "./marks-group.tsx";
import { type CatalogueLocale, type GroupProps, sayIn } from "./say.ts";
import { ScenesGroup } from "./scenes-group.tsx";
import { TokensGroup } from "./tokens-group.tsx";

type Group = {
  readonly id: string;
  readonly icon: IconName;
  readonly en: string;
  readonly zh: string;
  readonly aboutEn: string;
  readonly aboutZh: string;
  readonly Body: ComponentType<GroupProps>;
};

const GROUPS: readonly Group[] = [
  {
    id: "tokens",
    icon: "document",
    en: "Paper and ink",
    zh: "纸与墨",
    aboutEn: "Grounds, inks, pigments and the two faces of type.",
    aboutZh: "底色、墨色、颜料，和两种字体。",
    Body: TokensGroup,
  },
  {
    id: "marks",
    icon: "check",
    en: "Seals and faces",
    zh: "印与人",
    aboutEn: "Who it is, before what it is.",
    aboutZh: "先看是谁，再看何事。",
    Body: MarksGroup,
  },
  {
    id: "actions",
    icon: "plus",
    en: "Acts",
    zh: "动作",
    aboutEn: "One primary act a page; the others wait quietly.",
    aboutZh: "一页一个主要动作，其余安静等候。",
    Body: ActionsGroup,
  },
  {
    id: "forms",
    icon: "mail",
    en: "Forms",
    zh: "表单",
    aboutEn: "Native underneath: they post with scripts off.",
    aboutZh: "原生控件，无脚本也能提交。",
    Body: FormsGroup,
  },
  {
    id: "lists",
    icon: "people",
    en: "Lists and people",
    zh: "列表与人物",
    aboutEn: "Rows begin with a face; figures stand in columns.",
    aboutZh: "每行从一张面孔开始，数字成列。",
    Body: ListsGroup,
  },
  {
    id: "feedback",
    icon: "talk",
    en: "Word from the house",
    zh: "会馆传话",
    aboutEn: "What happened, how far it is, what is missing and why.",
    aboutZh: "发生了什么，到了哪一步，缺了什么，为什么。",
    Body: FeedbackGroup,
  },
  {
    id: "scenes",
    icon: "door",
    en: "Closed doors",
    zh: "门外",
    aboutEn: "An error is a letter from the house.",
    aboutZh: "出错，是会馆写来的一封信。",
    Body: ScenesGroup,
  },
];

/** Everything the kit is made of, in every state. Mounted at /dev/ui; its sample texts live here and nowhere else. */
export function Catalogue({ locale }: { readonly locale: CatalogueLocale }) {
  const say = sayIn(locale);
  return (
    <div lang={locale} className="min-h-dvh md:grid md:grid-cols-[var(--rail)_minmax(0,1fr)]">
      <SkipLink href="#kit">{say("To the kit", "跳到正文")}</SkipLink>
      <aside className="border-b bg-sunk p-s3 md:sticky md:top-0 md:h-dvh md:overflow-auto md:border-r md:border-b-0">
        <p className="flex items-center gap-s3 p-s2 font-title text-l font-semibold">
          <HouseStamp />
          {say("The kit", "器物")}
        </p>
        <nav aria-label={say("Groups", "分类")} className="mt-s2 grid grid-cols-2 gap-s0 sm:grid-cols-3 md:grid-cols-1">
          {GROUPS.map(({ id, icon, en, zh }) => (
            <RailLink key={id} href={`#${id}`} icon={icon}>
              {say(en, zh)}
            </RailLink>
          ))}
        </nav>
      </aside>
      <main id="kit" tabIndex={-1} className="focus-holder min-w-0 px-s4 py-s6 md:px-s7 md:py-s7">
        <div className="mx-auto grid max-w-page gap-s7">
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
          {GROUPS.map(({ id, en, zh, aboutEn, aboutZh, Body }) => (
            <Section key={id} id={id} title={say(en, zh)} description={say(aboutEn, aboutZh)}>
              <Body locale={locale} say={say} />
            </Section>
          ))}
        </div>
      </main>
    </div>
  );
}
