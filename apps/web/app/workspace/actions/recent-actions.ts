const place = "guildhall-recent-actions";
const most = 4;

export function rememberAction(id: string): void {
  const recent = [id, ...recentActions().filter((each) => each !== id)].slice(0, most);
  localStorage.setItem(place, JSON.stringify(recent));
}

/** What was done last on this device, the latest first. */
export function recentActions(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return []; // somebody else's writing, or none
  }
}
