import { Button, toast } from "@guildhall/ui";
import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";

interface RecordActProps {
  /** The page of the note or task, whose action takes it. */
  readonly action: string;
  readonly act: string;
  /** What takes it back again. */
  readonly undo?: string;
  /** Said in the corner once it is done. */
  readonly said?: string;
  readonly children: string;
}

/** A small deed: a form of one button, which without script leads to where it was done and can be taken back. */
export function RecordAct({ action, act, undo, said, children }: RecordActProps) {
  const fetcher = useFetcher<{ done?: boolean }>();
  const back = useFetcher();
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (!said || fetcher.state !== "idle" || !fetcher.data?.done || told.current === fetcher.data) return;
    told.current = fetcher.data;
    toast({
      text: said,
      ...(undo && { undo: () => back.submit({ act: undo, stay: "1" }, { method: "post", action }) }),
    });
  }, [fetcher.state, fetcher.data, said, undo, action, back]);
  return (
    <fetcher.Form
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        fetcher.submit({ act, stay: "1" }, { method: "post", action });
      }}
    >
      <Button type="submit" size="s" look="quiet" name="act" value={act} pending={fetcher.state !== "idle"}>
        {children}
      </Button>
    </fetcher.Form>
  );
}
