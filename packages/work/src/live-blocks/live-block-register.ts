import { type Actor, AppError, type Locale, notFound } from "@guildhall/core";
import { type Ctx, sqlState } from "@guildhall/db";
import { sql } from "kysely";
import {
  type LiveAnswer,
  type LiveAnswers,
  type LiveChoice,
  type LiveQuestion,
  type LiveSilence,
  liveKey,
  longestLiveParams,
  type OfferedLiveBlock,
} from "./live-block.ts";
import type { LiveBlockKind } from "./live-block-kind.ts";

/** Every kind of live block that the suite's packages declared. */
export interface LiveBlockRegister {
  /** The kinds that the actor may see and put into documents. */
  offered(actor: Actor, locale: Locale): readonly OfferedLiveBlock[];
  /** What the actor of this ctx may see of each, one after the other; what does not fit into the time is `later`. */
  ask(ctx: Ctx, questions: readonly LiveQuestion[], limits?: LiveLimits): Promise<LiveAnswers>;
  /** Throws not-found for a kind that there is not, or is not for the actor. */
  choices(ctx: Ctx, kind: string, query: string): Promise<readonly LiveChoice[]>;
}

interface LiveLimits {
  /** How many are looked up at once. */
  readonly most: number;
  /** After how many milliseconds no further one is begun. */
  readonly patience: number;
}

/** What a page waits for before it is shown. */
const usualLimits: LiveLimits = { most: 40, patience: 800 };

/** Throws for two kinds of one name. */
export function openLiveBlockRegister(kinds: readonly LiveBlockKind[]): LiveBlockRegister {
  const known = new Map(kinds.map((kind) => [kind.kind, kind]));
  if (known.size !== kinds.length) throw new Error("Two kinds of live blocks have one name.");
  return {
    offered: (actor, locale) =>
      kinds
        .filter(({ permission }) => actor.can(permission))
        .map(({ kind, follows, words }) => ({ kind, follows, ...words(locale) })),
    ask: async (ctx, questions, { most, patience } = usualLimits) => {
      const until = performance.now() + patience;
      const answers = new Map<string, LiveAnswer>();
      let asked = 0;
      for (const question of questions) {
        const key = liveKey(question);
        if (answers.has(key)) continue;
        const kind = known.get(question.kind);
        const silence = silenceOf(ctx, kind, question);
        if (silence || !kind) answers.set(key, { is: silence ?? "unknown" });
        else if (asked >= most || performance.now() > until) answers.set(key, { is: "later" });
        else {
          asked += 1;
          answers.set(key, await answerOf(ctx, kind, question));
        }
      }
      return Object.fromEntries(answers);
    },
    choices: async (ctx, name, query) => {
      const kind = known.get(name);
      if (!kind || !ctx.actor.can(kind.permission)) throw notFound();
      return kind.choices(ctx, query);
    },
  };
}

/** What is said without anything being looked up. */
function silenceOf({ actor }: Ctx, kind: LiveBlockKind | undefined, { params }: LiveQuestion): LiveSilence | null {
  if (!kind) return "unknown";
  if (!actor.can(kind.permission)) return "closed";
  return JSON.stringify(params).length > longestLiveParams ? "unclear" : null;
}

/** In a savepoint: what one block asks for in vain leaves the others their transaction. */
async function answerOf(ctx: Ctx, kind: LiveBlockKind, { params }: LiveQuestion): Promise<LiveAnswer> {
  await sql`savepoint live_block`.execute(ctx.db);
  try {
    const found = await kind.find(ctx, params);
    await sql`release savepoint live_block`.execute(ctx.db);
    if (found === "unclear") return { is: "unclear" };
    return found ? { is: "shown", ...found } : { is: "gone" };
  } catch (error) {
    const silence = silenceAfter(error);
    if (!silence) throw error;
    await sql`rollback to savepoint live_block`.execute(ctx.db);
    return { is: silence };
  }
}

function silenceAfter(error: unknown): LiveSilence | null {
  // A value that no column of its kind can have: somebody wrote it by hand.
  if (!(error instanceof AppError)) return sqlState(error)?.startsWith("22") ? "unclear" : null;
  return silences[error.kind] ?? null;
}

const silences: Partial<Record<AppError["kind"], LiveSilence>> = {
  "not-found": "gone",
  forbidden: "closed",
  invalid: "unclear",
  unavailable: "slow",
};
