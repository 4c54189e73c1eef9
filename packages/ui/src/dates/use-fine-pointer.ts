import { useEffect, useState } from "react";

/** Whether a mouse is at hand, once scripts run: a finger is better served by the phone's own picker. */
export function useFinePointer(awake: boolean): boolean {
  const [fine, setFine] = useState(false);
  useEffect(() => setFine(awake && matchMedia("(pointer: fine)").matches), [awake]);
  return fine;
}
