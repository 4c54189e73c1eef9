import { idSchema } from "@guildhall/core";
import { m } from "@guildhall/i18n/messages";
import { onFact } from "@guildhall/jobs";
import { z } from "zod";
import { notify } from "../delivering/notify.ts";
import { staffWhoMay } from "../delivering/readers.ts";
import { defineNotice } from "../kinds/notice.ts";
import { house } from "./topics.ts";

const thisHall = z.object({ tenantId: idSchema("tenant") });
const aboutHall = ({ tenantId }: z.output<typeof thisHall>) => ({ type: "tenant", id: tenantId });

export const trialEnding = defineNotice({
  kind: "tenancy.trial-end-neared",
  topic: house,
  payload: thisHall.extend({ days: z.int() }),
  about: aboutHall,
  maySee: ({ actor }) => actor.can("settings.edit"),
  link: () => ({ workspace: "settings" }),
  words: ({ payload, hall, locale }) => ({
    title: m.notices_trial_ending({ days: payload.days, hall }, { locale }),
    text: m.notices_trial_ending_text({}, { locale }),
  }),
});

export const trialEnded = defineNotice({
  kind: "tenancy.trial-ended",
  topic: house,
  payload: thisHall,
  about: aboutHall,
  maySee: ({ actor }) => actor.can("settings.edit"),
  link: () => ({ workspace: "settings" }),
  words: ({ hall, locale }) => ({
    title: m.notices_trial_ended({ hall }, { locale }),
    text: m.notices_trial_ended_text({}, { locale }),
  }),
});

export const closingStarted = defineNotice({
  kind: "tenancy.closing-started",
  topic: house,
  payload: thisHall,
  urgent: true,
  about: aboutHall,
  maySee: ({ actor }) => actor.can("workspace.enter"),
  link: () => ({ workspace: "" }),
  words: ({ hall, locale }) => ({
    title: m.notices_closing_started({ hall }, { locale }),
    text: m.notices_closing_started_text({}, { locale }),
  }),
});

export const closingCancelled = defineNotice({
  kind: "tenancy.closing-cancelled",
  topic: house,
  payload: thisHall,
  about: aboutHall,
  maySee: ({ actor }) => actor.can("workspace.enter"),
  link: () => ({ workspace: "" }),
  words: ({ hall, locale }) => ({ title: m.notices_closing_cancelled({ hall }, { locale }), text: null }),
});

export const exportFinished = defineNotice({
  kind: "tenancy.export-finished",
  topic: house,
  payload: thisHall.extend({ personId: idSchema("person") }),
  toActor: true,
  about: aboutHall,
  maySee: ({ actor }, { personId }) =>
    actor.kind === "person" && actor.personId === personId && actor.can("tenant.export"),
  link: () => ({ workspace: "settings/data" }),
  words: ({ hall, locale }) => ({
    title: m.notices_export_finished({ hall }, { locale }),
    text: m.notices_export_finished_text({}, { locale }),
  }),
});

export const houseHandlers = [
  onFact(["tenancy.trial-end-neared"], {
    name: "notify.trial-end-neared",
    handle: async (ctx, fact) => {
      await notify(ctx, trialEnding, { fact, to: await staffWhoMay(ctx, "settings.edit"), payload: fact.payload });
    },
  }),
  onFact(["tenancy.trial-ended"], {
    name: "notify.trial-ended",
    handle: async (ctx, fact) => {
      await notify(ctx, trialEnded, { fact, to: await staffWhoMay(ctx, "settings.edit"), payload: fact.payload });
    },
  }),
  onFact(["tenancy.closing-started"], {
    name: "notify.closing-started",
    handle: async (ctx, fact) => {
      await notify(ctx, closingStarted, { fact, to: await staffWhoMay(ctx, "workspace.enter"), payload: fact.payload });
    },
  }),
  onFact(["tenancy.closing-cancelled"], {
    name: "notify.closing-cancelled",
    handle: async (ctx, fact) => {
      const to = await staffWhoMay(ctx, "workspace.enter");
      await notify(ctx, closingCancelled, { fact, to, payload: fact.payload });
    },
  }),
  onFact(["tenancy.export-finished"], {
    name: "notify.export-finished",
    handle: async (ctx, fact) => {
      await notify(ctx, exportFinished, { fact, to: [fact.payload.personId], payload: fact.payload });
    },
  }),
];
