import { type ComponentType, useSyncExternalStore } from "react";

let region: ComponentType | null = null;
const hearers = new Set<() => void>();

/** Where `toast(…)` speaks: once in a frame, so that a word outlives the page it was said on. Empty until the first word. */
export function ToastPlace() {
  const Region = useSyncExternalStore(hear, now, nothing);
  return Region && <Region />;
}

/** Puts into the place what shows the words. */
export function openToasts(shown: ComponentType): void {
  region = shown;
  for (const tell of hearers) tell();
}

function hear(tell: () => void): () => void {
  hearers.add(tell);
  return () => {
    hearers.delete(tell);
  };
}

const now = () => region;
const nothing = () => null;
