import { m } from "@guildhall/i18n/messages";
import { defineTopic } from "@guildhall/notify";

/** Somebody turns to the reader: names them, or lets them in. */
export const forYou = defineTopic({
  name: "docs",
  label: m.comments_topic_you,
  text: m.comments_topic_you_text,
  defaults: { inApp: true, mail: "now" },
  permission: null,
});

/** What is said where the reader wrote or took part. */
export const talk = defineTopic({
  name: "docs-comments",
  label: m.comments_topic_talk,
  text: m.comments_topic_talk_text,
  defaults: { inApp: true, mail: "digest" },
  permission: null,
});
