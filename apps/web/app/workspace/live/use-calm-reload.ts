import { useNavigation, useRevalidator } from "@remix-run/react";
import { useCallback, useEffect, useRef } from "react";

const calm = 250;

/**
 * Loads the page's data anew, once for all who ask within a moment, and only when nothing else is being loaded: data
 * that is on its way would be thrown away half read.
 */
export function useCalmReload(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const latest = useRef({ revalidate, busy: false });
  latest.current = { revalidate, busy: state !== "idle" || navigation.state !== "idle" };
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);

  return useCallback(() => {
    const again = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => (latest.current.busy ? again() : latest.current.revalidate()), calm);
    };
    again();
  }, []);
}
