import type { CallbackSource } from "@guildhall/jobs";
import { bounceReportSchema } from "./bounce-report.ts";
import { recordBounce } from "./record-bounce.ts";

/** What comes back from mail servers: reports as `bounceReportSchema` has them, under their `id`. */
export const bounceSource: CallbackSource = {
  name: "mail-bounce",
  act: ({ body }, { database }) => recordBounce(database, bounceReportSchema.parse(JSON.parse(body))),
};
