import { m } from "@guildhall/i18n/messages";
import type { HallAction } from "./hall-actions.ts";

/** What only the palette offers; loaded with it. */
export const paletteActions: readonly HallAction[] = [
  {
    id: "import-people",
    label: m.imports_title,
    icon: "upload",
    permission: "people.bulk-edit",
    to: "/people/import",
  },
  {
    id: "new-company",
    label: m.companies_add,
    icon: "plus",
    permission: "companies.edit",
    to: "/companies/new",
  },
  {
    id: "invite-members",
    label: m.portal_invite_members,
    icon: "mail",
    permission: "members.manage",
    to: "/members/invited",
  },
  {
    id: "portal-settings",
    label: m.portal_settings_action,
    icon: "settings",
    permission: "settings.edit",
    to: "/settings/portal",
  },
  {
    id: "go-staff",
    label: m.actions_staff,
    icon: "key",
    permission: "workspace.enter",
    to: "/settings/staff",
  },
  {
    id: "go-branding",
    label: m.actions_branding,
    icon: "sun",
    permission: "settings.edit",
    to: "/settings/branding",
  },
  {
    id: "invite-staff",
    label: m.actions_invite_staff,
    icon: "mail",
    permission: "staff.manage",
    to: "/settings/staff/invite",
  },
];

/** By id, so that 人脉 is found by "renmai" as well. */
export const pinyin: Readonly<Record<string, string>> = {
  "go-home": "shouye",
  "go-people": "renmai",
  "new-person": "tianjia lianxiren",
  "go-companies": "gongsi",
  "go-audiences": "renqun",
  "go-docs": "wendang",
  "go-members": "chengyuan shenqing",
  "go-audit": "biangeng jilu",
  "go-settings": "shezhi",
  "go-notifications": "tongzhi",
  "import-people": "daoru mingdan",
  "new-company": "tianjia gongsi",
  "invite-members": "yaoqing chengyuan",
  "portal-settings": "menhu shezhi",
  "go-staff": "yuangong yu juese",
  "go-branding": "biaozhi yu peise",
  "invite-staff": "yaoqing yuangong",
};
