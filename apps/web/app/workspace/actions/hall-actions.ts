import type { Message } from "@guildhall/i18n";
import { m } from "@guildhall/i18n/messages";
import type { Permission } from "@guildhall/tenancy/schemas";
import type { IconName } from "@guildhall/ui";

/** Something that can be done from anywhere in a hall: where it leads, and how it is found. */
export interface HallAction {
  readonly id: string;
  readonly label: Message<Record<never, never>>;
  readonly icon: IconName;
  /** Without it, the action is not there. */
  readonly permission: Permission;
  /** From the hall's own address. "" is the hall itself. */
  readonly to: string;
  /** Two keys one after the other: "g p". */
  readonly keys?: string;
  /** The room of the rail that it is; without it, it is in the palette alone. */
  readonly rail?: "hall" | "house";
}

/** Behind the rail, the shortcuts and the palette. What is in the palette alone stands in palette-actions.ts. */
export const hallActions: readonly HallAction[] = [
  {
    id: "go-home",
    label: m.actions_home,
    icon: "building",
    permission: "workspace.enter",
    to: "",
    keys: "g h",
    rail: "hall",
  },
  {
    id: "go-people",
    label: m.actions_people,
    icon: "people",
    permission: "people.view",
    to: "/people",
    keys: "g p",
    rail: "hall",
  },
  {
    id: "new-person",
    label: m.actions_new_person,
    icon: "plus",
    permission: "people.edit",
    to: "/people/new",
    keys: "n p",
  },
  {
    id: "go-companies",
    label: m.companies_title,
    icon: "office",
    permission: "companies.view",
    to: "/companies",
    keys: "g c",
    rail: "hall",
  },
  {
    id: "go-audiences",
    label: m.audiences_title,
    icon: "bullets",
    permission: "people.view",
    to: "/audiences",
    rail: "hall",
  },
  {
    id: "go-docs",
    label: m.docs_title,
    icon: "document",
    permission: "workspace.enter",
    to: "/docs",
    keys: "g d",
    rail: "hall",
  },
  {
    id: "go-members",
    label: m.portal_members,
    icon: "door",
    permission: "members.manage",
    to: "/members",
    keys: "g m",
    rail: "hall",
  },
  {
    id: "go-audit",
    label: m.actions_audit,
    icon: "undo",
    permission: "audit.view",
    to: "/audit",
    keys: "g a",
    rail: "house",
  },
  {
    id: "go-settings",
    label: m.actions_settings,
    icon: "settings",
    permission: "settings.edit",
    to: "/settings",
    keys: "g s",
    rail: "house",
  },
  {
    id: "go-notifications",
    label: m.notices_title,
    icon: "bell",
    permission: "workspace.enter",
    to: "/notifications",
    keys: "g n",
  },
];
