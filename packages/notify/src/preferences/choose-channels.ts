import type { AnyNotice } from "../kinds/notice.ts";
import type { Channels } from "../kinds/topic.ts";
import type { NoticeSettings } from "./notice-settings.ts";

/** Where a notice goes, by what its reader chose for its topic and for all mail. */
export function chooseChannels(
  { digestable, urgent }: Pick<AnyNotice, "digestable" | "urgent">,
  { inApp, mail }: Channels,
  { paused, digest }: Pick<NoticeSettings, "paused" | "digest">,
): Channels {
  if (paused) return { inApp, mail: "off" };
  if (mail !== "digest") return { inApp, mail };
  if (!digestable || urgent) return { inApp, mail: "now" };
  return { inApp, mail: digest === "none" ? "off" : "digest" };
}
