import type { AnyNotice } from "./notice.ts";
import type { NoticeTopic } from "./topic.ts";

/** Every kind of notice that the suite knows, as its packages declared them. */
export interface NoticeRegister {
  find(kind: string): AnyNotice | null;
  /** In the order in which their first kinds were given. */
  readonly topics: readonly NoticeTopic[];
  kindsOf(topic: string): readonly string[];
}

/** Throws for two kinds, or two topics, of one name. */
export function openNoticeRegister(notices: readonly AnyNotice[]): NoticeRegister {
  const kinds = new Map<string, AnyNotice>();
  const topics = new Map<string, NoticeTopic>();
  for (const notice of notices) {
    if (kinds.has(notice.kind)) throw new Error(`Two notices are called ${notice.kind}.`);
    kinds.set(notice.kind, notice);
    const { topic } = notice;
    if ((topics.get(topic.name) ?? topic) !== topic) throw new Error(`Two topics are called ${topic.name}.`);
    topics.set(topic.name, topic);
  }
  return {
    find: (kind) => kinds.get(kind) ?? null,
    topics: [...topics.values()],
    kindsOf: (topic) => notices.filter((notice) => notice.topic.name === topic).map(({ kind }) => kind),
  };
}
