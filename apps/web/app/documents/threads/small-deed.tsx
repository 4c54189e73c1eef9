import { useAwake } from "@guildhall/ui";
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTalk } from "./talk-place.ts";
import { useDeed } from "./use-deed.ts";

interface SmallDeedProps {
  /** What is done, and to which: "resolve 0198…". */
  readonly act: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly onDone?: () => void;
  readonly children: ReactNode;
}

/** One press: a form of one button. */
export function SmallDeed({ act, values = {}, onDone, children }: SmallDeedProps) {
  const { fetcher, address } = useDeed(onDone);
  const { beside } = useTalk();
  const awake = useAwake();
  const inputs = (
    <>
      <input type="hidden" name="act" value={act} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {beside && awake && <input type="hidden" name="beside" value="yes" />}
      {children}
    </>
  );
  return beside ? (
    <fetcher.Form method="post" action={address} className="contents">
      {inputs}
    </fetcher.Form>
  ) : (
    <Form method="post" action={address} preventScrollReset className="contents">
      {inputs}
    </Form>
  );
}
