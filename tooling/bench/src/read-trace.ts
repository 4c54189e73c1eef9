import { z } from "zod";

const event = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  ts: z.number().default(0),
  dur: z.number().optional(),
  /** What of it the thread really ran: other programs on the machine are none of the page's work. */
  tdur: z.number().optional(),
  args: z
    .looseObject({
      name: z.string().optional(),
      data: z.looseObject({ type: z.unknown() }).optional().catch(undefined),
    })
    .optional(),
});
type Event = z.output<typeof event>;
const trace = z.object({ traceEvents: z.array(event) });

/** What the page's main thread did, from a trace of the browser: its tasks, and how much of them fell into each frame. */
export function mainThreadIn(written: Buffer): {
  readonly frames: readonly number[];
  readonly tasks: readonly number[];
} {
  const main = eventsOfMainThread(written);
  const tasks = main.filter(({ name }) => name === "RunTask");
  // A frame ends where it is handed to the compositor.
  const begun = main
    .filter(({ name }) => name === "Commit")
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const frames = begun.slice(0, -1).map((from, place) => {
    const to = begun[place + 1] ?? from;
    return milliseconds(tasks.filter(({ ts }) => ts >= from && ts < to));
  });
  return { frames, tasks: tasks.map((task) => milliseconds([task])) };
}

/**
 * Milliseconds that the main thread worked for each letter that was typed: from the task that heard its key to the frame
 * that showed it, whatever else came between.
 */
export function keystrokesIn(written: Buffer): readonly number[] {
  const main = eventsOfMainThread(written);
  const tasks = main.filter(({ name }) => name === "RunTask");
  const heard = main.filter(({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown");
  const frames = main
    .filter(({ name }) => name === "Commit")
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  return heard.map(({ ts }) => {
    const shown = frames.find((frame) => frame > ts) ?? Number.POSITIVE_INFINITY;
    return milliseconds(tasks.filter((task) => task.ts + (task.dur ?? 0) >= ts && task.ts < shown));
  });
}

function eventsOfMainThread(written: Buffer): readonly Event[] {
  const { traceEvents } = trace.parse(JSON.parse(written.toString()));
  return busiest(
    traceEvents.filter(({ name }) => name === "RunTask"),
    traceEvents,
  );
}

/** The main thread of the page is the one of its kind that has most to do. */
function busiest(tasks: readonly Event[], all: readonly Event[]): readonly Event[] {
  const mains = all.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const on = ({ pid, tid }: Event) => tasks.filter((task) => task.pid === pid && task.tid === tid);
  const [page] = mains.map((main) => ({ main, work: milliseconds(on(main)) })).sort((a, b) => b.work - a.work);
  if (!page) throw new Error("The trace has no page.");
  return all.filter(({ pid, tid }) => pid === page.main.pid && tid === page.main.tid);
}

function milliseconds(events: readonly Event[]): number {
  return events.reduce((sum, { dur = 0, tdur = dur }) => sum + tdur, 0) / 1_000;
}
