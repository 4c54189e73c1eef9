import { m } from "@guildhall/i18n/messages";
import { defineTopic } from "../kinds/topic.ts";

export const aboutYou = defineTopic({
  name: "you",
  label: m.notices_topic_you,
  text: m.notices_topic_you_text,
  defaults: { inApp: true, mail: "now" },
  permission: null,
});

export const requests = defineTopic({
  name: "requests",
  label: m.notices_topic_requests,
  text: m.notices_topic_requests_text,
  defaults: { inApp: true, mail: "now" },
  permission: "members.manage",
});

export const members = defineTopic({
  name: "members",
  label: m.notices_topic_members,
  text: m.notices_topic_members_text,
  defaults: { inApp: true, mail: "digest" },
  permission: "members.manage",
});

export const team = defineTopic({
  name: "team",
  label: m.notices_topic_team,
  text: m.notices_topic_team_text,
  defaults: { inApp: true, mail: "digest" },
  permission: "workspace.enter",
});

export const house = defineTopic({
  name: "hall",
  label: m.notices_topic_hall,
  text: m.notices_topic_hall_text,
  defaults: { inApp: true, mail: "now" },
  permission: "workspace.enter",
});

export const returnedMail = defineTopic({
  name: "returned-mail",
  label: m.notices_topic_returned_mail,
  text: m.notices_topic_returned_mail_text,
  defaults: { inApp: true, mail: "digest" },
  permission: "members.manage",
});

export const work = defineTopic({
  name: "work",
  label: m.work_topic,
  text: m.work_topic_text,
  defaults: { inApp: true, mail: "now" },
  permission: "work.view",
});
