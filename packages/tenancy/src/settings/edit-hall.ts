import { forbidden } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import { changeSettings } from "./change-settings.ts";
import { holdSettings } from "./settings.queries.ts";
import { editHallInput } from "./settings.ts";

/** Gives the hall another name, language or time zone. Its address stays. */
export async function editHall(ctx: Ctx, input: unknown): Promise<void> {
  const wanted = editHallInput.parse(input);
  if (!ctx.actor.can("settings.edit")) throw forbidden();
  await changeSettings(ctx, await holdSettings(ctx), wanted, "settings.changed");
}
