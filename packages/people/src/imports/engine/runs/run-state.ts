/** Where an import stands, and how it can go on from there. */
export const runStates = [
  "draft",
  "previewing",
  "previewed",
  "queued",
  "running",
  "paused",
  "done",
  "cancelled",
  "failed",
  "undoing",
  "undone",
] as const;
export type RunState = (typeof runStates)[number];

/** What happens to an import. */
export const runEvents = [
  "change",
  "preview",
  "preview-done",
  "start",
  "take-up",
  "pause",
  "resume",
  "cancel",
  "finish",
  "fail",
  "undo",
  "undo-done",
  "undo-fail",
] as const;
export type RunEvent = (typeof runEvents)[number];

/** The whole of it: an event that a state does not list cannot happen there. */
export const transitions: Readonly<Record<RunState, Partial<Record<RunEvent, RunState>>>> = {
  draft: { change: "draft", preview: "previewing", start: "queued", cancel: "cancelled" },
  previewing: { change: "draft", "preview-done": "previewed", fail: "failed", cancel: "cancelled" },
  previewed: { change: "draft", preview: "previewing", start: "queued", cancel: "cancelled" },
  queued: { "take-up": "running", pause: "paused", cancel: "cancelled", fail: "failed" },
  running: { "take-up": "running", pause: "paused", cancel: "cancelled", finish: "done", fail: "failed" },
  paused: { resume: "queued", cancel: "cancelled" },
  done: { undo: "undoing" },
  cancelled: { undo: "undoing" },
  // What stood in the way may be gone: what was done is done, the rest goes on from there.
  failed: { change: "draft", resume: "queued", undo: "undoing" },
  undoing: { "undo-done": "undone", "undo-fail": "done" },
  undone: {},
};

/** Where an event leads; null where it cannot happen. */
export function after(state: RunState, event: RunEvent): RunState | null {
  return transitions[state][event] ?? null;
}
