import type { Handler } from "@guildhall/jobs";
import type { AnyNotice } from "../kinds/notice.ts";
import { aboutYouHandlers, recordChanged, roleChanged } from "./about-you.ts";
import { closingCancelled, closingStarted, exportFinished, houseHandlers, trialEnded, trialEnding } from "./house.ts";
import { importFinished, importHandlers } from "./imports.ts";
import { joinRequested, memberHandlers, memberJoined, peopleOver, personClaimed } from "./members.ts";
import { messageBounced, returnedMailHandlers } from "./returned-mail.ts";
import { ownerChanged, staffJoined, staffRemoved, teamHandlers } from "./team.ts";
import { mentioned, taskAssigned, taskDue, workHandlers } from "./work.ts";

/** What a hall itself has to tell: of its people, its staff and its own affairs. */
export const hallNotices: readonly AnyNotice[] = [
  roleChanged,
  recordChanged,
  mentioned,
  taskAssigned,
  taskDue,
  joinRequested,
  memberJoined,
  peopleOver,
  personClaimed,
  staffJoined,
  staffRemoved,
  ownerChanged,
  trialEnding,
  trialEnded,
  closingStarted,
  closingCancelled,
  exportFinished,
  importFinished,
  messageBounced,
];

export const hallNoticeHandlers: readonly Handler[] = [
  ...aboutYouHandlers,
  ...workHandlers,
  ...memberHandlers,
  ...teamHandlers,
  ...houseHandlers,
  ...importHandlers,
  ...returnedMailHandlers,
];
