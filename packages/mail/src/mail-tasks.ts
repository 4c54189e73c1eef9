import { idSchema } from "@guildhall/core";
import { defineTask, type Task } from "@guildhall/jobs";
import { z } from "zod";
import { sendMessage } from "./messages/send-message.ts";
import { sendMessageJob } from "./messages/send-message-job.ts";
import { openPostOffice, type PostOfficeOptions } from "./post-office.ts";

/** The jobs that carry mail and SMS out of the house. */
export function mailTasks(options: PostOfficeOptions): Task[] {
  const office = openPostOffice(options);
  return [
    defineTask({
      name: sendMessageJob,
      payload: z.object({ messageId: idSchema("message") }),
      run: ({ messageId }, run) => sendMessage(office, messageId, run),
    }),
  ];
}
