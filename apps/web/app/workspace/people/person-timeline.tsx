import { RecordTimeline } from "../timeline/record-timeline.tsx";
import type { RecordTimelineData } from "../timeline/timeline-data.ts";

/** What happened with somebody, newest first, and what can be written down of them. */
export function PersonTimeline({ timeline }: { readonly timeline: RecordTimelineData }) {
  return <RecordTimeline timeline={timeline} />;
}
