export { type Channels, type MailMode, mailModes } from "./kinds/topic.ts";
export {
  digestRhythms,
  type NoticeChoices,
  type NoticeSettings,
  type NoticeSettingsInput,
  noticeSettingsInput,
  timeOf,
} from "./preferences/notice-settings.ts";
