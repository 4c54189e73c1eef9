interface DemoDocument {
  readonly title: string;
  readonly below?: readonly DemoDocument[];
}

interface DemoSpace {
  readonly name: string;
  readonly purpose: string;
  readonly icon: string;
  readonly open: "staff" | "members";
  readonly documents: readonly DemoDocument[];
}

/** The shelves of each hall, and what stands on them. */
export const demoSpaces: Readonly<Record<string, readonly DemoSpace[]>> = {
  yuanshan: [
    {
      name: "活动计划",
      purpose: "每一次出发之前，先在这里写清楚。",
      icon: "山",
      open: "staff",
      documents: [
        { title: "秋季露营计划", below: [{ title: "装备清单" }, { title: "领队分工" }] },
        { title: "周会记录" },
      ],
    },
    {
      name: "会员手册",
      purpose: "走过的路线、用过的装备，大家一起写。",
      icon: "册",
      open: "members",
      documents: [{ title: "第一次上山要知道的事" }, { title: "路线合集" }],
    },
  ],
  harbor: [
    {
      name: "Plans",
      purpose: "What we set out to do, before we do it.",
      icon: "P",
      open: "staff",
      documents: [
        { title: "Winter market plan", below: [{ title: "Stalls and power" }, { title: "Who does what" }] },
        { title: "Monday minutes" },
      ],
    },
    {
      name: "Makers' handbook",
      purpose: "Written by everybody who has a bench here.",
      icon: "M",
      open: "members",
      documents: [{ title: "Your first day in the workshop" }, { title: "Looking after the tools" }],
    },
  ],
};
