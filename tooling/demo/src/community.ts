import type { Portal } from "@guildhall/tenancy/schemas";

interface DemoCommunity {
  readonly portal: Portal;
  /** Customers of the hall's list who claimed their record, by their place in it. */
  readonly members: readonly number[];
  /** Records whose mailbox several read. */
  readonly desks: readonly { readonly fullName: string; readonly email: string }[];
  /** Those who wait at the door. */
  readonly waiting: readonly {
    readonly email: string;
    readonly fullName: string;
    readonly locale: "en" | "zh-CN";
    readonly note: string | null;
  }[];
}

/** What each hall's portal says, who is in, and who knocks. */
export const demoCommunities: Readonly<Record<string, DemoCommunity>> = {
  yuanshan: {
    portal: {
      joining: "approval",
      welcomeTitle: "山就在那里，人也在",
      welcomeText:
        "远山户外的老朋友们在这里约下一次出发：线路、装备、营地，还有零下十度睡过三晚才知道的事。\n\n第一次来？先打个招呼，我们会认真看每一封来信。",
      indexed: true,
    },
    members: [0, 3, 7, 12, 20],
    desks: [{ fullName: "开乐商贸", email: "sales@kaile.example" }],
    waiting: [
      {
        email: "xiaoman@mail.example",
        fullName: "何小满",
        locale: "zh-CN",
        note: "去年十月跟队走过徽杭古道，想参加今年的秋脊露营。",
      },
      {
        email: "aoife@mail.example",
        fullName: "Aoife Ní Bhriain",
        locale: "en",
        note: "I moved to Hangzhou in spring and am looking for people to walk with.",
      },
      { email: "sales@kaile.example", fullName: "方晴", locale: "zh-CN", note: "开乐商贸的采购，想了解团建。" },
      { email: "yuanshan.31@example.com", fullName: "张静", locale: "zh-CN", note: "店里办过会员卡。" },
    ],
  },
  harbor: {
    portal: {
      joining: "open",
      welcomeTitle: "Coffee, wood and good company",
      welcomeText:
        "Harbor & Pine is a workshop with a coffee bar by the water. Members book benches, borrow tools and tell each other what went wrong.\n\nCome in: it takes a name and an address.",
      indexed: true,
    },
    members: [1, 4, 9, 15],
    desks: [],
    waiting: [],
  },
};
