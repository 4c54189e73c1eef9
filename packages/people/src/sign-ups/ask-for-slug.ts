import { countAttempt } from "@guildhall/auth";
import type { Database } from "@guildhall/db";
import { findFreeSlug, isSlugFree } from "@guildhall/tenancy";
import { slugSchema } from "@guildhall/tenancy/schemas";
import { slugQuestionLimits } from "./sign-up-limits.ts";

export interface SlugAnswer {
  /** The address that was asked about, as it would be kept; null where only a name was given. */
  readonly asked: string | null;
  readonly state: "free" | "taken" | "malformed";
  /** A free one: of the name, or like the one that is taken. */
  readonly suggestion: string | null;
}

interface Question {
  readonly company?: string | undefined;
  readonly slug?: string | undefined;
}

/** Whether an address is free, and which one would be, for a company of this name. Says nothing that its page would not. */
export async function askForSlug(
  database: Database,
  { company, slug }: Question,
  { ip, now }: { ip: string | null; now: Date },
): Promise<SlugAnswer> {
  await countAttempt(database, slugQuestionLimits(ip), now);
  return database.withPlatform(
    "sign-up",
    async (platform) => {
      if (!slug) {
        const suggestion = await findFreeSlug(platform, company ?? "");
        return { asked: null, state: suggestion ? "free" : "malformed", suggestion };
      }
      const asked = slug.trim().toLowerCase();
      if (await isSlugFree(platform, asked)) return { asked, state: "free", suggestion: null };
      const { error } = slugSchema.safeParse(asked);
      const malformed = error?.issues.some(({ message }) => message === "tenancy.slug-malformed") ?? false;
      const suggestion = await findFreeSlug(platform, asked);
      return { asked, state: malformed ? "malformed" : "taken", suggestion };
    },
    { readOnly: true },
  );
}
