import { Button, toast } from "@guildhall/ui";
import { Form, useFetcher } from "@remix-run/react";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";

interface Deed {
  /** The page of the note or task, whose action takes it. */
  readonly action: string;
  readonly act: string;
  /** What takes it back again. */
  readonly undo?: string;
  /** Said in the corner once it is done. */
  readonly said?: string;
}

interface Deeds {
  readonly pending: (deed: Deed) => boolean;
  run(deed: Deed): void;
}

const DeedsContext = createContext<Deeds | null>(null);

/** Does small deeds beside the page. Stands above what they may take away, so that the word about it is said. */
export function DeedsBeside({ children }: { readonly children: ReactNode }) {
  const { state, data, submit } = useFetcher<{ done?: boolean }>();
  const back = useFetcher();
  const asked = useRef<Deed | null>(null);
  useEffect(() => {
    const deed = asked.current;
    if (state !== "idle" || !deed || !data?.done) return;
    asked.current = null;
    const { action, said, undo } = deed;
    if (!said) return;
    toast({
      text: said,
      ...(undo && { undo: () => back.submit({ act: undo, stay: "1" }, { method: "post", action }) }),
    });
  }, [state, data, back]);
  const deeds: Deeds = {
    pending: ({ action, act }) => state !== "idle" && asked.current?.action === action && asked.current.act === act,
    run: (deed) => {
      asked.current = deed;
      submit({ act: deed.act, stay: "1" }, { method: "post", action: deed.action });
    },
  };
  return <DeedsContext.Provider value={deeds}>{children}</DeedsContext.Provider>;
}

/** A small deed: a form of one button, which without script leads to where it was done and can be taken back. */
export function RecordAct({ children, ...deed }: Deed & { readonly children: string }) {
  const beside = useContext(DeedsContext);
  return (
    <Form
      method="post"
      action={deed.action}
      {...(beside && {
        onSubmit: (event) => {
          event.preventDefault();
          beside.run(deed);
        },
      })}
    >
      <Button type="submit" size="s" look="quiet" name="act" value={deed.act} pending={beside?.pending(deed) ?? false}>
        {children}
      </Button>
    </Form>
  );
}
