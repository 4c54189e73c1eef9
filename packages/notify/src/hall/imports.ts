import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { onFact } from "@guildhall/jobs";
import { z } from "zod";
import { notify } from "../delivering/notify.ts";
import { defineNotice } from "../kinds/notice.ts";
import { house } from "./topics.ts";

export const importFinished = defineNotice({
  kind: "people.import-finished",
  topic: house,
  payload: z.object({
    importRunId: idSchema("import_run"),
    personId: idSchema("person"),
    outcome: z.enum(["done", "failed"]),
  }),
  toActor: true,
  about: ({ importRunId }) => ({ type: "import_run", id: importRunId }),
  maySee: ({ actor }, { personId }) =>
    actor.kind === "person" && actor.personId === personId && actor.can("people.bulk-edit"),
  link: ({ importRunId }) => ({ workspace: `people/import/${importRunId}` }),
  words: ({ payload: { outcome }, hall, locale }) =>
    outcome === "done"
      ? { title: m.imports_notice_done({ hall }, { locale }), text: m.imports_notice_done_text({}, { locale }) }
      : { title: m.imports_notice_failed({ hall }, { locale }), text: m.imports_notice_failed_text({}, { locale }) },
});

export const importHandlers = [
  onFact(["people.import-finished"], {
    name: "notify.import-finished",
    handle: async (ctx, fact) => {
      await notify(ctx, importFinished, { fact, to: [fact.payload.personId], payload: fact.payload });
    },
  }),
];
