import { Button, type IconName, useAwake } from "@guildhall/ui";
import { type ReactNode, useState } from "react";

interface FoldableProps {
  readonly label: string;
  readonly icon?: IconName;
  /** An icon alone; the label is said. */
  readonly small?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** What lies behind a button until it is wanted; without script it unfolds all the same. */
export function Foldable({ label, icon, small = false, children }: FoldableProps) {
  const awake = useAwake();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  if (!awake)
    return (
      <details className="talk-fold">
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
