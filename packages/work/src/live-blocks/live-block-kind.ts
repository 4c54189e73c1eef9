import type { Locale } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Permission } from "@guildhall/tenancy/schemas";
import type { z } from "zod";
import type { LiveChoice, LiveFollows, LiveShown } from "./live-block.ts";

/** What is there, and the ids by whose facts it changes; null for any. */
export interface FoundLive {
  readonly shown: LiveShown;
  readonly about: readonly string[] | null;
}

/** A kind of live block, as its package declares it. */
export interface LiveBlockKind {
  /** Stored in documents: a name keeps its meaning. */
  readonly kind: string;
  /** Whoever reads without it is told that the part is for the team, and nothing else; it is asked before anything is looked up. */
  readonly permission: Permission;
  readonly follows: LiveFollows;
  readonly words: (locale: Locale) => { readonly label: string; readonly ask: string };
  /** What these parameters show to the actor of this ctx. Null for what is not there; throws what its queries throw. */
  find(ctx: Ctx, params: unknown): Promise<FoundLive | null | "unclear">;
  /** What there is to choose by these letters; without letters, what is chosen most. */
  choices(ctx: Ctx, query: string): Promise<readonly LiveChoice[]>;
}

interface Given<Params extends object> extends Omit<LiveBlockKind, "find" | "choices"> {
  /** What stands in a document, from whoever writes there: strict, small, and of ids rather than words. */
  readonly params: z.ZodType<Params>;
  readonly load: (ctx: Ctx, params: Params) => Promise<FoundLive | null>;
  readonly choices: (
    ctx: Ctx,
    query: string,
  ) => Promise<readonly (Omit<LiveChoice, "params"> & { readonly params: Params })[]>;
}

/**
 * Declares a kind of live block. Its parameters travel with the document, to everybody who may read it: they hold ids
 * and choices, never a name, an address or a sum.
 */
export function defineLiveBlock<Params extends object>({
  params: schema,
  load,
  choices,
  ...kind
}: Given<Params>): LiveBlockKind {
  return {
    ...kind,
    find: async (ctx, params) => {
      const parsed = schema.safeParse(params);
      return parsed.success ? load(ctx, parsed.data) : "unclear";
    },
    choices: async (ctx, query) =>
      (await choices(ctx, query)).map((choice) => ({
        ...choice,
        params: Object.fromEntries(Object.entries(choice.params)),
      })),
  };
}
