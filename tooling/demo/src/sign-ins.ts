import type { Role } from "@guildhall/tenancy/schemas";

export const demoPassword = "guildhall-demo";

interface DemoSignIn {
  readonly email: string;
  readonly name: string;
  readonly what: string;
  readonly locale: "en" | "zh-CN";
  readonly operator?: boolean;
  /** A number that they proved, so that a code sent there signs them in. */
  readonly phone?: string;
  readonly halls: readonly { readonly slug: string; readonly role: Role | null }[];
}

/** Everybody who can sign in to the demo. */
export const demoSignIns: readonly DemoSignIn[] = [
  {
    email: "lin@yuanshan.example",
    name: "林乔",
    what: "owner of 远山户外 Yuanshan Outdoor, in Chinese",
    locale: "zh-CN",
    halls: [
      { slug: "yuanshan", role: "owner" },
      { slug: "harbor", role: "viewer" },
    ],
  },
  {
    email: "maya@harbor.example",
    name: "Maya Okafor",
    what: "owner of Harbor & Pine, in English",
    locale: "en",
    halls: [{ slug: "harbor", role: "owner" }],
  },
  {
    email: "noor@harbor.example",
    name: "Noor Haddad",
    what: "staff of Harbor & Pine",
    locale: "en",
    halls: [{ slug: "harbor", role: "staff" }],
  },
  {
    email: "admin@yuanshan.example",
    name: "顾明远",
    what: "admin of 远山户外",
    locale: "zh-CN",
    halls: [{ slug: "yuanshan", role: "admin" }],
  },
  {
    email: "manager@yuanshan.example",
    name: "Zoë Ó Súilleabháin",
    what: "manager of 远山户外",
    locale: "en",
    halls: [{ slug: "yuanshan", role: "manager" }],
  },
  {
    email: "staff@yuanshan.example",
    name: "周浩宇",
    what: "staff of 远山户外",
    locale: "zh-CN",
    halls: [{ slug: "yuanshan", role: "staff" }],
  },
  {
    email: "viewer@yuanshan.example",
    name: "Anna Null",
    what: "viewer of 远山户外: may only look",
    locale: "en",
    halls: [{ slug: "yuanshan", role: "viewer" }],
  },
  {
    email: "member@yuanshan.example",
    name: "陈雨泽",
    what: "customer of 远山户外, no staff",
    locale: "zh-CN",
    halls: [{ slug: "yuanshan", role: null }],
  },
  {
    email: "suwan@yuanshan.example",
    name: "苏婉",
    what: "customer of 远山户外, with a phone: +8613900139000",
    locale: "zh-CN",
    phone: "+8613900139000",
    halls: [{ slug: "yuanshan", role: null }],
  },
  {
    email: "operator@guildhall.example",
    name: "Operator",
    what: "operator of this installation: /console",
    locale: "en",
    operator: true,
    halls: [],
  },
];
