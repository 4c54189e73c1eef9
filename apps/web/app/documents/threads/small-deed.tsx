import { useAwake } from "@guildhall/ui";
import type { ReactNode } from "react";
import { useDeed } from "./use-deed.ts";

interface SmallDeedProps {
  /** What is done, and to which: "resolve 0198…". */
  readonly act: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** One press: a form of one button, sent beside the page where scripts run. */
export function SmallDeed({ act, values = {}, onDone, children }: SmallDeedProps) {
  const { fetcher, address } = useDeed(onDone);
  const awake = useAwake();
  return (
    <fetcher.Form method="post" action={address} className="contents">
      <input type="hidden" name="act" value={act} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {awake && <input type="hidden" name="beside" value="yes" />}
      {children}
    </fetcher.Form>
  );
}
