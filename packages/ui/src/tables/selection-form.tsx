import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from "react";
import { chooseRange } from "./selection.ts";

type Selection = {
  readonly name: string;
  readonly chosen: ReadonlySet<string>;
  readonly count: number;
  readonly of: number;
  readonly choose: (id: string, on: boolean, range: boolean) => void;
  readonly chooseAll: (on: boolean) => void;
};

const SelectionContext = createContext<Selection | undefined>(undefined);

/** The selection of the SelectionForm around. */
export function useSelection(): Selection {
  const selection = useContext(SelectionContext);
  if (!selection) throw new Error("stands in no SelectionForm");
  return selection;
}

type SelectionFormProps = {
  /** The ids of the rows in sight, in their order. */
  readonly ids: readonly string[];
  /** Posted once for each row that is ticked. */
  readonly name?: string | undefined;
  readonly action?: string | undefined;
  /** Renders the form: the app gives its router's, plain HTML otherwise. */
  readonly children: ReactNode;
};

/**
 * Rows to choose from and what is done with them, in one form: RowSelect posts the ids, the buttons of BulkBar send it
 * with their own name. Ticking, Shift for a range and counting need script; choosing and posting do not.
 */
export function SelectionForm({ ids, name = "selected", action, children }: SelectionFormProps) {
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set<string>());
  const last = useRef<string>();
  const selection = useMemo<Selection>(() => {
    const chosen = new Set(ids.filter((id) => kept.has(id)));
    return {
      name,
      chosen,
      count: chosen.size,
      of: ids.length,
      choose: (id, on, range) => {
        setKept(chooseRange(ids, chosen, { id, on, from: range ? last.current : undefined }));
        last.current = id;
      },
      chooseAll: (on) => setKept(new Set(on ? ids : [])),
    };
  }, [ids, kept, name]);
  return (
    <SelectionContext.Provider value={selection}>
      <form method="post" action={action} className="selection grid min-w-0">
        {children}
      </form>
    </SelectionContext.Provider>
  );
}
