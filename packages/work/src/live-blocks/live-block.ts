/** What stands in a document: which kind of live block, and of what. Whoever writes there writes it; nobody trusts it. */
export interface LiveQuestion {
  readonly kind: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Somebody, or something, with a place of its own in the workspace. */
interface Placed {
  readonly title: string;
  /** Below the hall's workspace: "people/0198…". Null where it leads nowhere. */
  readonly path: string | null;
}

export interface LiveFace {
  readonly id: string;
  readonly fileId: string | null;
}

export type LiveTone = "neutral" | "jade" | "ochre" | "indigo" | "seal";

/** A few words, which may lead somewhere, or stand as a quiet chip. */
export interface LiveWords {
  readonly text: string;
  readonly path?: string | null | undefined;
  readonly tone?: LiveTone | undefined;
}

/** One record with what matters of it: a person, a deal. */
export interface LiveCard extends Placed {
  readonly shape: "card";
  readonly face: LiveFace | null;
  readonly facts: readonly (LiveWords & { readonly label: string })[];
}

/** How many there are of something. */
interface LiveFigure extends Placed {
  readonly shape: "figure";
  /** "1,204" or "10,000+". */
  readonly figure: string;
  /** What is counted: "people". */
  readonly unit: string;
}

/** Some records under each other, and how many there are beside them. */
interface LiveList extends Placed {
  readonly shape: "list";
  /** "33 people". */
  readonly total: string;
  /** Of what stands beside the name, in order. */
  readonly columns: readonly string[];
  readonly rows: readonly LiveRow[];
  /** "and 23 more"; null where these are all. */
  readonly rest: string | null;
}

export interface LiveRow extends Placed {
  readonly id: string;
  readonly face: LiveFace | null;
  readonly cells: readonly LiveWords[];
}

/** Every page and every file can draw each of these, so that a new kind of live block brings no drawing of its own. */
export type LiveShown = LiveCard | LiveFigure | LiveList;

/**
 * What somebody may see of a live block at this moment.
 * closed: it is for the team, and says nothing else. gone: what it showed is not there (any more), or is somebody
 * else's. unclear: what stands in the document cannot be asked. unknown: a kind of a newer edition. slow: it would
 * have taken too long. later: not asked yet, since others were before it. crowded: not asked at all, since others were.
 */
export type LiveAnswer =
  | { readonly is: "shown"; readonly shown: LiveShown; readonly about: readonly string[] | null }
  | { readonly is: LiveSilence };
export type LiveSilence = "closed" | "gone" | "unclear" | "unknown" | "slow" | "later" | "crowded";

/** Answers by `liveKey`. */
export type LiveAnswers = Readonly<Record<string, LiveAnswer>>;

/** After which facts a block is asked again. */
export interface LiveFollows {
  /** Beginnings of names: of facts about one of what the block is about. */
  readonly ofThese: readonly string[];
  /** Beginnings of names: whatever they are about. */
  readonly any: readonly string[];
}

/** A kind of live block, for whoever may put one into a document. */
export interface OfferedLiveBlock {
  readonly kind: string;
  readonly label: string;
  /** What is asked when one is chosen. */
  readonly ask: string;
  readonly follows: LiveFollows;
}

/** Something that a live block can be of. */
export interface LiveChoice {
  readonly label: string;
  readonly hint: string | null;
  readonly face: LiveFace | null;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What a block may say of itself, written down; more is nobody's choice but somebody's attack. */
export const longestLiveParams = 2_000;

/** One key for one question, however its parameters are ordered; all that is too long to be asked has one for each kind. */
export function liveKey({ kind, params }: LiveQuestion): string {
  const written = JSON.stringify(params);
  if (written.length > longestLiveParams) return `${kind.slice(0, 60)} too long`;
  return `${kind.slice(0, 60)} ${JSON.stringify(ordered(params))}`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, each]) => [name, ordered(each)]),
  );
}
