import { useSyncExternalStore } from "react";

const query = "(width < 40rem)";

/** Whether this is as narrow as a phone; never before scripts run. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, now, never);
}

function watch(changed: () => void): () => void {
  const watched = matchMedia(query);
  watched.addEventListener("change", changed);
  return () => watched.removeEventListener("change", changed);
}

const now = () => matchMedia(query).matches;
const never = () => false;
