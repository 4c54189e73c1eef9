const place = "guildhall-shortcuts";

/** Whether single-key shortcuts work on this device; they do until somebody turns them off. */
export function shortcutsAreOn(): boolean {
  return typeof localStorage === "undefined" || localStorage.getItem(place) !== "off";
}

export function turnShortcuts(on: boolean): boolean {
  if (on) localStorage.removeItem(place);
  else localStorage.setItem(place, "off");
  return on;
}
