import type { ComponentType } from "react";
import type { IconName } from "../marks/icon-shapes.tsx";
import { ActionsGroup } from "./actions-group.tsx";
import { ChartsGroup } from "./charts-group.tsx";
import { DatesGroup } from "./dates-group.tsx";
import { FeedbackGroup } from "./feedback-group.tsx";
import { FieldsGroup } from "./fields-group.tsx";
import { FiguresGroup } from "./figures-group.tsx";
import { FormsGroup } from "./forms-group.tsx";
import { GridGroup } from "./grid-group.tsx";
import { ListsGroup } from "./lists-group.tsx";
import { MarksGroup } from "./marks-group.tsx";
import { OverlaysGroup } from "./overlays-group.tsx";
import { RecordsGroup } from "./records-group.tsx";
import type { GroupProps } from "./say.ts";
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

export const groups: readonly Group[] = [
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
    id: "dates",
    icon: "calendar",
    en: "Days and letters",
    zh: "时间与文稿",
    aboutEn: "A day, a time at a place, a text with a little shape.",
    aboutZh: "日期、某地的时间、带简单排版的文字。",
    Body: DatesGroup,
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
    id: "grid",
    icon: "expand",
    en: "The grid",
    zh: "网格",
    aboutEn: "Rows without end, in columns as one wants them: walked, written, chosen.",
    aboutZh: "无尽的行，随意的列：可走动、可填写、可选取。",
    Body: GridGroup,
  },
  {
    id: "charts",
    icon: "chart",
    en: "Charts",
    zh: "图表",
    aboutEn: "Drawn on the server, with the same figures as a table.",
    aboutZh: "在服务器上画好，同样的数字也有表格。",
    Body: ChartsGroup,
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

/** The pages of the catalogue, each with its groups. */
export const parts = [
  { id: "ground", en: "Ground", zh: "底子", groups: ["tokens", "marks"] },
  { id: "write", en: "To act and to write", zh: "做与写", groups: ["actions", "forms", "fields", "figures", "dates"] },
  {
    id: "look",
    en: "To go and to look",
    zh: "走与看",
    groups: ["ways", "lists", "tables", "grid", "charts", "records"],
  },
  { id: "said", en: "What is said", zh: "告知", groups: ["overlays", "feedback", "scenes"] },
] satisfies readonly {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly groups: readonly string[];
}[];
