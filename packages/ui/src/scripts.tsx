import type { ReactNode } from "react";
import { useAwake } from "./awake.ts";

interface ScriptProps {
  readonly children: ReactNode;
}

/**
 * What is of use only where scripts run. It has its place from the first picture on, so that nothing moves under a
 * hand when the page wakes; until then it takes no press, and where scripts are turned off it is not shown.
 */
export function WithScript({ children }: ScriptProps) {
  const asleep = { inert: useAwake() ? undefined : "" };
  return (
    <span {...asleep} className="with-script">
      {children}
    </span>
  );
}

/** What stands in for it where scripts are turned off: shown there alone, and gone once the page is awake. */
export function WithoutScript({ children }: ScriptProps) {
  return useAwake() ? null : <span className="without-script">{children}</span>;
}
