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
    pinyin: "daoru mingdan",
  },
  {
    id: "new-company",
    label: m.companies_add,
    icon: "plus",
    permission: "companies.edit",
    to: "/companies/new",
    pinyin: "tianjia gongsi",
  },
  {
    id: "invite-members",
    label: m.portal_invite_members,
    icon: "mail",
    permission: "members.manage",
    to: "/members/invited",
    pinyin: "yaoqing chengyuan",
  },
  {
    id: "portal-settings",
    label: m.portal_settings_action,
    icon: "settings",
    permission: "settings.edit",
    to: "/settings/portal",
    pinyin: "menhu shezhi",
  },
  {
    id: "go-staff",
    label: m.actions_staff,
    icon: "key",
    permission: "workspace.enter",
    to: "/settings/staff",
    pinyin: "yuangong yu juese",
  },
  {
    id: "go-branding",
    label: m.actions_branding,
    icon: "sun",
    permission: "settings.edit",
    to: "/settings/branding",
    pinyin: "biaozhi yu peise",
  },
  {
    id: "invite-staff",
    label: m.actions_invite_staff,
    icon: "mail",
    permission: "staff.manage",
    to: "/settings/staff/invite",
    pinyin: "yaoqing yuangong",
  },
];
