import { closeAccount, type SignedIn } from "@guildhall/auth";
import { conflict, defaultLocale } from "@guildhall/core";
import type { Database } from "@guildhall/db";
import { formatList } from "@guildhall/i18n";
import { hallsLeftBehind, holdOwnership } from "./halls-left-behind.ts";

/**
 * Closes the account of whoever is signed in, unless a hall would be left without an owner (`auth.last-owner`, with
 * their names). Of two last owners who go at once, one goes and the other is told.
 */
export async function closeOwnAccount(database: Database, who: SignedIn, input: unknown, now: Date): Promise<void> {
  await database.withPlatform("sign-in", async (platform) => {
    await holdOwnership(platform, who.user.id);
    const halls = await hallsLeftBehind(platform, who.user.id);
    if (halls.length > 0) {
      const names = halls.map(({ name }) => name);
      throw conflict("auth.last-owner", { halls: formatList(names, who.user.locale ?? defaultLocale) });
    }
    await closeAccount(platform, who, input, now);
  });
}
