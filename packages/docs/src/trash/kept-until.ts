/** How long what was thrown away can be taken out again. */
const keptDays = 30;

const day = 86_400_000;

/** What was thrown away before this moment is gone, whether or not somebody has swept it out yet. */
export function goneBefore(now: Date): Date {
  return new Date(now.getTime() - keptDays * day);
}

/** When something that was thrown away then is gone for good. */
export function goneOn(removedAt: Date): Date {
  return new Date(removedAt.getTime() + keptDays * day);
}
