import type { Actor } from "@guildhall/core";
import type { Message } from "@guildhall/i18n";
import type { Permission } from "@guildhall/tenancy/schemas";

/** How a notice comes by mail: by itself, with the digest, or not at all. */
export const mailModes = ["now", "digest", "off"] as const;
export type MailMode = (typeof mailModes)[number];

/** Where a notice goes. */
export interface Channels {
  readonly inApp: boolean;
  readonly mail: MailMode;
}

/** What people choose channels for: kinds of notices that somebody wants or does not want together. */
export interface NoticeTopic {
  /** Stored with choices, so it keeps its meaning once released: at most 40 characters. */
  readonly name: string;
  readonly label: Message<Record<never, never>>;
  readonly text: Message<Record<never, never>>;
  /** For whoever has not chosen. */
  readonly defaults: Channels;
  /** Without it nothing of this topic ever comes to somebody; null for what may concern anybody. */
  readonly permission: Permission | null;
}

/** The topics of which something may come to this actor. */
export function topicsFor({ can }: Pick<Actor, "can">, topics: readonly NoticeTopic[]): readonly NoticeTopic[] {
  return topics.filter(({ permission }) => permission === null || can(permission));
}

export function defineTopic(topic: NoticeTopic): NoticeTopic {
  return topic;
}
