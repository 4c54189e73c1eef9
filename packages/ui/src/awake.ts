import { useEffect, useState } from "react";

/** Whether scripts run here: never on the server, nor in the first picture that must agree with it. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  return awake;
}
