import { m } from "@guildhall/i18n/messages";
import { Spinner, useAwake } from "@guildhall/ui";
import { lazy, type ReactNode, Suspense } from "react";
import { useWords } from "../shell/words.ts";
import type { DocumentEditorProps } from "./document-props.ts";
import { EditorBar } from "./parts/editor-bar.tsx";
import "./document.css";

/**
 * A document that several people write at once. Until its room has come it shows what it is given to show; the editor
 * itself is loaded by the page that needs it, after everything else.
 */
export function DocumentEditor({ children, actions, sign, ...props }: DocumentEditorProps) {
  const awake = useAwake();
  const still = (
    <Still actions={actions}>
      {sign}
      {children}
    </Still>
  );
  if (!awake) return still;
  const { name, generation } = props.room;
  return (
    <Suspense
      fallback={
        <Still actions={actions} isComing>
          {sign}
          {children}
        </Still>
      }
    >
      <LiveEditor key={`${name}:${generation}`} actions={actions} sign={sign} {...props}>
        {children}
      </LiveEditor>
    </Suspense>
  );
}

type StillProps = { readonly actions: ReactNode; readonly isComing?: boolean; readonly children: ReactNode };

function Still({ actions, isComing = false, children }: StillProps) {
  const { t } = useWords();
  return (
    <div className="relative">
      <EditorBar
        state={
          isComing && (
            <span className="inline-flex min-h-target items-center gap-s1 text-s text-ink-2">
              <Spinner />
              {t(m.editor_connecting)}
            </span>
          )
        }
        actions={actions}
      />
      {children}
    </div>
  );
}

const LiveEditor = lazy(() => import("./live-editor.tsx"));
