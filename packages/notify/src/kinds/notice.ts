import type { Id, Locale } from "@guildhall/core";
import type { Ctx } from "@guildhall/db";
import type { Subject } from "@guildhall/facts";
import type { z } from "zod";
import type { NoticeTopic } from "./topic.ts";

/** A notice in its reader's language. */
export interface NoticeWords {
  readonly title: string;
  readonly text: string | null;
}

/** Where a notice leads: a path below the workspace or the portal of its hall, without a leading slash. */
export interface NoticePlace {
  readonly workspace?: string;
  readonly portal?: string;
}

/** What words are made of. */
export interface Said<Payload> {
  readonly payload: Payload;
  /** How many notices stand together here, this one among them. */
  readonly count: number;
  /** What somebody is called now; "somebody" for nobody known. */
  name(personId: Id<"person"> | null): string;
  readonly hall: string;
  readonly locale: Locale;
  /** For words that stand elsewhere than in names. */
  readonly reader: Ctx;
}

interface Definition<Payload extends object> {
  /** Stored with each notice, so it keeps its meaning once released. */
  readonly kind: string;
  readonly topic: NoticeTopic;
  /** Ids and small plain values, no personal data; its output fits it again. */
  readonly payload: z.ZodType<Payload>;
  about(payload: NoInfer<Payload>): Subject;
  /** Whom it names, first whose face stands beside it. */
  people?(payload: NoInfer<Payload>): readonly (Id<"person"> | null)[];
  /** Whether the reader, who is the actor of this ctx, may see what it tells of. */
  maySee(reader: Ctx, payload: NoInfer<Payload>): boolean | Promise<boolean>;
  words(said: Said<NoInfer<Payload>>): NoticeWords | Promise<NoticeWords>;
  link?(payload: NoInfer<Payload>, count: number): NoticePlace;
  /** Unread notices of one key stand together as one. */
  collapse?(payload: NoInfer<Payload>): string;
  /** Whether it can wait for a digest; true unless said. */
  readonly digestable?: boolean;
  /** Does not wait for quiet hours or a digest. */
  readonly urgent?: boolean;
  /** Also goes to who did it: the end of something that they asked for. */
  readonly toActor?: boolean;
}

/** Any kind of notice; what it is asked about a payload, it asks of the payload as it was stored. */
export interface AnyNotice {
  readonly kind: string;
  readonly topic: NoticeTopic;
  readonly digestable: boolean;
  readonly urgent: boolean;
  readonly toActor: boolean;
  /** Whether this is a payload of the kind, as this version knows it. The rest is only asked about those. */
  fits(payload: unknown): boolean;
  about(payload: unknown): Subject;
  collapse(payload: unknown): string | null;
  people(payload: unknown): readonly Id<"person">[];
  maySee(reader: Ctx, payload: unknown): Promise<boolean>;
  words(said: Said<unknown>): Promise<NoticeWords>;
  /** Where it leads; `count` stand together. */
  link(payload: unknown, count: number): NoticePlace;
}

/** A kind of notice that can be given a payload. */
export interface Notice<Payload> extends AnyNotice {
  /** The payload as it is stored. */
  stored(payload: Payload): object;
}

/** Declares a kind of notice: its topic, its words in both languages, and who may see it. */
export function defineNotice<Payload extends object>({
  payload: schema,
  digestable = true,
  urgent = false,
  toActor = false,
  people = () => [],
  collapse,
  link = () => ({}),
  ...given
}: Definition<Payload>): Notice<Payload> {
  return {
    kind: given.kind,
    topic: given.topic,
    digestable,
    urgent,
    toActor,
    stored: (payload) => schema.parse(payload),
    fits: (payload) => schema.safeParse(payload).success,
    about: (payload) => given.about(schema.parse(payload)),
    collapse: (payload) => collapse?.(schema.parse(payload)) ?? null,
    people: (payload) => people(schema.parse(payload)).filter((id) => id !== null),
    maySee: async (reader, payload) => given.maySee(reader, schema.parse(payload)),
    words: async (said) => given.words({ ...said, payload: schema.parse(said.payload) }),
    link: (payload, count) => link(schema.parse(payload), count),
  };
}
