import type { Id } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import type { z } from "zod";
import { profileInput } from "./profile.ts";

/** Keeps what somebody says about themselves, for every hall that has no word of its own. */
export async function updateProfile(
  database: Database,
  userId: Id<"user_account">,
  input: unknown,
): Promise<z.output<typeof profileInput>> {
  const profile = profileInput.parse(input);
  const { fullName = null, locale, theme, timeZone = null } = profile;
  await database.withPlatform("sign-in", (platform) =>
    platform
      .updateTable("user_account")
      .set({ full_name: fullName, time_zone: timeZone, ...(locale && { locale }), ...(theme && { theme }) })
      .where("id", "=", userId)
      .execute(),
  );
  return profile;
}
