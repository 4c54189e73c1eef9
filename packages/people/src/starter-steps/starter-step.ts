import type { Permission } from "@guildhall/tenancy/schemas";
import { z } from "zod";

/** The first steps in a new hall, in the order in which they are offered, each to those who may take it. */
export const starterSteps = {
  person: "people.edit",
  self: "workspace.enter",
  staff: "staff.manage",
  branding: "settings.edit",
  portal: "settings.edit",
  language: "workspace.enter",
} as const satisfies Record<string, Permission>;

export type StarterStepName = keyof typeof starterSteps;
export const starterStepSchema = z.enum(["person", "self", "staff", "branding", "portal", "language"]);

/** A first step, as the hall's home shows it. */
export interface StarterStep {
  readonly step: StarterStepName;
  readonly done: boolean;
}
