import { noticeChoices } from "../preferences/notice-settings.queries.ts";
import { saveNoticeSettings } from "../preferences/save-notice-settings.ts";
import { type Insider, register, type StaffedHall } from "./staffed-hall.ts";

type Choice = Partial<Parameters<typeof saveNoticeSettings>[2] & Record<string, unknown>>;

/** What somebody has chosen up to now, with this beside it. */
export async function chooses(hall: StaffedHall, who: Insider, choice: Choice): Promise<void> {
  await hall.as(who, async (ctx) => {
    const { topics } = await noticeChoices(ctx, register, who.personId);
    const form = { digest: "daily", digestHour: 8, digestWeekday: 1, locale: "account", topics, ...choice };
    await saveNoticeSettings(ctx, register, form);
  });
}
/** Mail about a topic as somebody wants it. */
export const mailFor = (topic: string, mail: "now" | "digest" | "off") => async (hall: StaffedHall, who: Insider) => {
  const { topics } = await hall.as(who, (ctx) => noticeChoices(ctx, register, who.personId));
  await chooses(hall, who, { topics: { ...topics, [topic]: { inApp: true, mail } } });
};
export const joins = async (hall: StaffedHall, name: string) =>
  hall.happens("people.staff-joined", { personId: await hall.person(name), role: "staff" });
export const roleChanges = (hall: StaffedHall, who: Insider) =>
  hall.happens("people.role-changed", { personId: who.personId, from: "staff", to: "admin" });
export const subjects = async (hall: StaffedHall, who: Insider) =>
  (await hall.mailOf(who)).map(({ subject }) => subject);
