import { useEffect, useState } from "react";

/** Whether it is touched rather than pointed at. */
export function useCoarse(): boolean {
  const [isCoarse, setCoarse] = useState(false);
  useEffect(() => {
    const asked = window.matchMedia("(pointer: coarse)");
    const look = () => setCoarse(asked.matches);
    look();
    asked.addEventListener("change", look);
    return () => asked.removeEventListener("change", look);
  }, []);
  return isCoarse;
}
