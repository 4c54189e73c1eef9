import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import { HallFrame } from "../hall/hall-frame.tsx";
import { PageHeader } from "../layout/page-header.tsx";
import { Section } from "../layout/section.tsx";
import { HouseStamp } from "../marks/house-stamp.tsx";
import type { IconName } from "../marks/icon-shapes.tsx";
import { ActionsGroup } from "./actions-group.tsx";
import { FeedbackGroup } from "./feedback-group.tsx";
import { FieldsGroup } from "./fields-group.tsx";
import { FiguresGroup } from "./figures-group.tsx";
import { FormsGroup } from "./forms-group.tsx";
import { ListsGroup } from "./lists-group.tsx";
import { MarksGroup } from "./marks-group.tsx";
import { OverlaysGroup } from "./overlays-group.tsx";
import { RecordsGroup } from "./records-group.tsx";
import { type CatalogueLocale, type GroupProps, sayIn } from "./say.ts";
import { ScenesGroup } from "./scenes-group.tsx";
import { TablesGroup } from "./tables-group.tsx";
import { TokensGroup } from "./tokens-group.tsx";
import { WaysGroup } from "./ways-group.tsx";

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
    id: "fields",
    icon: "edit",
    en: "Fields",
    zh: "字段",
    aboutEn: "Each one posts without scripts, and says beside itself what is wrong.",
    aboutZh: "每一个都能在无脚本时提交，错误写在旁边。",
    Body: FieldsGroup,
  },
  {
    id: "figures",
    icon: "wallet",
    en: "Figures and choices",
    zh: "数目与选择",
    aboutEn: "Written as people write, posted as machines read.",
    aboutZh: "按人的写法填，按机器的读法交。",
    Body: FiguresGroup,
  },
  {
    id: "ways",
    icon: "door",
    en: "Ways",
    zh: "路径",
    aboutEn: "Where one is, how one got here, and what comes next.",
    aboutZh: "身在何处，从何而来，下一步去哪。",
    Body: WaysGroup,
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
    id: "tables",
    icon: "columns",
    en: "Tables",
    zh: "表格",
    aboutEn: "To be sorted, chosen from and looked into.",
    aboutZh: "可排序、可勾选、可预览。",
    Body: TablesGroup,
  },
  {
    id: "records",
    icon: "clock",
    en: "What happened",
    zh: "往事",
    aboutEn: "Told in sentences, newest first.",
    aboutZh: "用句子讲述，最近的在前。",
    Body: RecordsGroup,
  },
  {
    id: "overlays",
    icon: "copy",
    en: "Over the page",
    zh: "浮层",
    aboutEn: "What floats, floats briefly, and gives the focus back.",
    aboutZh: "浮起只为片刻，焦点必归原处。",
    Body: OverlaysGroup,
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

type CatalogueProps = {
  readonly locale: CatalogueLocale;
  /** At the foot of the rail: the way to the other language. */
  readonly foot?: ReactNode;
};

/** Everything the kit is made of, in every state, in a hall of its own. Mounted at /dev/ui; its sample texts live here and nowhere else. */
export function Catalogue({ locale, foot }: CatalogueProps) {
  const say = sayIn(locale);
  const here = useHash();
  return (
    <HallFrame
      sign={{ name: say("Hall of the kit", "会馆器物"), href: "#main" }}
      sections={SECTIONS.map(({ en, zh, ids }) => ({
        title: say(en, zh),
        places: GROUPS.filter(({ id }) => ids.includes(id)).map((group) => ({
          href: `#${group.id}`,
          icon: group.icon,
          label: say(group.en, group.zh),
          current: here === `#${group.id}`,
        })),
      }))}
      near={["#marks", "#fields", "#tables", "#overlays"]}
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
        {GROUPS.map(({ id, en, zh, aboutEn, aboutZh, Body }) => (
          <Section key={id} id={id} title={say(en, zh)} description={say(aboutEn, aboutZh)}>
            <Body locale={locale} say={say} />
          </Section>
        ))}
      </div>
    </HallFrame>
  );
}

const SECTIONS: readonly { readonly en: string; readonly zh: string; readonly ids: readonly string[] }[] = [
  { en: "Ground", zh: "底子", ids: ["tokens", "marks"] },
  { en: "To act and to write", zh: "做与写", ids: ["actions", "forms", "fields", "figures", "dates"] },
  { en: "To go and to look", zh: "走与看", ids: ["ways", "lists", "tables", "charts", "records"] },
  { en: "What is said", zh: "告知", ids: ["overlays", "feedback", "scenes"] },
];

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
