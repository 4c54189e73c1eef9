import { type Locale, locales } from "@guildhall/core";
import { z } from "zod";
import { type Channels, mailModes } from "../kinds/topic.ts";
import type { QuietHours } from "../timing/quiet-hours.ts";

export const digestRhythms = ["none", "daily", "weekly"] as const;

/** When and how often somebody wants mail about notices of one hall, whatever they are about. */
export interface NoticeSettings {
  /** No mail and no ringing; what happens still stands in the list. */
  readonly paused: boolean;
  readonly quiet: QuietHours | null;
  readonly digest: (typeof digestRhythms)[number];
  readonly digestHour: number;
  /** 1 is Monday. */
  readonly digestWeekday: number;
  /** Of the mails; null: as in their account. */
  readonly locale: Locale | null;
}

/** For whoever has chosen nothing: a digest in the morning, and nobody's nights are known. */
export const defaultSettings: NoticeSettings = {
  paused: false,
  quiet: null,
  digest: "daily",
  digestHour: 8,
  digestWeekday: 1,
  locale: null,
};

/** All that somebody chose for one hall; topics that they never touched with their defaults. */
export interface NoticeChoices {
  readonly settings: NoticeSettings;
  readonly topics: Readonly<Record<string, Channels>>;
}

/** "22:30" */
const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: "notify.time-malformed" });

const channelsInput = z.object({ inApp: z.boolean().default(false), mail: z.enum(mailModes) });

/** The form of all choices for one hall, with these topics. */
export function noticeSettingsInput(topics: readonly string[]) {
  return z
    .object({
      paused: z.boolean().default(false),
      topics: z.object(Object.fromEntries(topics.map((name) => [name, channelsInput]))),
      digest: z.enum(digestRhythms),
      digestHour: z.number().int().min(0).max(23),
      digestWeekday: z.number().int().min(1).max(7),
      quiet: z.boolean().default(false),
      quietFrom: timeOfDay.default("22:00"),
      quietTo: timeOfDay.default("07:00"),
      locale: z.enum(["account", ...locales]),
    })
    .refine(({ quiet, quietFrom, quietTo }) => !quiet || quietFrom !== quietTo, {
      error: "notify.quiet-hours-empty",
      path: ["quietTo"],
    });
}
export type NoticeSettingsInput = z.output<ReturnType<typeof noticeSettingsInput>>;

export function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

export function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}
