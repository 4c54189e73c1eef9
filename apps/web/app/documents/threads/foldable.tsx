import type { SubmissionResult } from "@conform-to/react";
import { Button, type IconName, useAwake } from "@guildhall/ui";
import { useActionData } from "@remix-run/react";
import { type ReactNode, useState } from "react";

interface FoldableProps {
  /** What its form does: it is unfolded where that was asked for and not taken. */
  readonly act: string;
  readonly label: string;
  readonly icon?: IconName;
  /** An icon alone; the label is said. */
  readonly small?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** What lies behind a button until it is wanted; without script it unfolds all the same. */
export function Foldable({ act, label, icon, small = false, children }: FoldableProps) {
  const awake = useAwake();
  const answer = useActionData<{ readonly result?: SubmissionResult<string[]> }>();
  const refused = answer?.result?.initialValue?.["act"] === act;
  const [open, setOpen] = useState(refused);
  const close = () => setOpen(false);
  if (!awake)
    return (
      <details className="talk-fold" open={refused}>
        <summary>{label}</summary>
        {children(close)}
      </details>
    );
  if (open) return <>{children(close)}</>;
  return (
    <Button size="s" look="quiet" {...(icon && { icon })} {...(small && { label })} onPress={() => setOpen(true)}>
      {small ? null : label}
    </Button>
  );
}
