export { bellOf } from "./centre/bell-of.ts";
export { listNotices } from "./centre/list-notices.ts";
export type { Bell, NoticeLine } from "./centre/notice-line.ts";
export { openNotice, readAllNotices, readNotice, seeNotices } from "./centre/read-notices.ts";
export { notify } from "./delivering/notify.ts";
export { staffWhoMay } from "./delivering/readers.ts";
export { rungNotice } from "./delivering/ring-bells.ts";
export { hallNoticeHandlers, hallNotices } from "./hall/hall-notices.ts";
export {
  type AnyNotice,
  defineNotice,
  type Notice,
  type NoticePlace,
  type NoticeWords,
  type Said,
} from "./kinds/notice.ts";
export { type NoticeRegister, openNoticeRegister } from "./kinds/notice-register.ts";
export { defineTopic, type NoticeTopic, topicsFor } from "./kinds/topic.ts";
export { noticeLetter } from "./letters/notice-letter.ts";
export { makeNoticeToken, type NoticeKey, readNoticeToken } from "./letters/notice-token.ts";
export { mailRoundJob, notifyTasks, sweepNoticesJob, wakeMailRound } from "./notify-tasks.ts";
export { enterByNoticeKey } from "./preferences/enter-by-notice-key.ts";
export { noticeChoices } from "./preferences/notice-settings.queries.ts";
export { saveNoticeSettings } from "./preferences/save-notice-settings.ts";
export { stopMail } from "./preferences/stop-mail.ts";
export { eraseNotices } from "./upkeep/erase-notices.ts";
export { noticeTrace } from "./upkeep/notice-trace.ts";
export { settleNotices } from "./upkeep/settle-notices.ts";
export { noticeUpkeep } from "./upkeep/upkeep-handlers.ts";
