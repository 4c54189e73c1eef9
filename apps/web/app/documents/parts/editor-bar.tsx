import type { ReactNode } from "react";

type EditorBarProps = { readonly state: ReactNode; readonly here?: ReactNode; readonly actions?: ReactNode };

/** The line above the paper: what is true of what was written, who is here, and what else can be done. */
export function EditorBar({ state, here, actions }: EditorBarProps) {
  return (
    <div data-print="no" className="editor-bar">
      <div className="min-w-0 flex-1">{state}</div>
      {here}
      {actions}
    </div>
  );
}
