import { useEffect, useState } from "react";

/** Whether the keyboard says ⌘; not before scripts run, so that the server and the browser agree. */
export function useAppleKeys(): boolean {
  const [apple, setApple] = useState(false);
  useEffect(() => setApple(/Mac|iPhone|iPad/.test(navigator.userAgent)), []);
  return apple;
}
