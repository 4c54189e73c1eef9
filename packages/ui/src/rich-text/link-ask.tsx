import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import { useId, useState } from "react";
import { Button } from "../actions/button.tsx";
import { controlClass } from "../forms/control-class.ts";
import { isComposing } from "../keys/is-writing.ts";
import { useKitWords } from "../words/use-kit-words.ts";
import { asHref } from "./as-href.ts";

/** Where the chosen words lead; left empty, nowhere any more. */
export function LinkAsk({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }) {
  const { t } = useKitWords();
  const id = useId();
  const [href, setHref] = useState(() => {
    const now: unknown = editor.getAttributes("link").href;
    return typeof now === "string" ? now : "";
  });
  const [wrong, setWrong] = useState(false);
  const set = () => {
    const leads = asHref(href);
    if (leads === undefined) {
      setWrong(true);
      return;
    }
    const words = editor.chain().focus().extendMarkRange("link");
    if (leads === "") words.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive("link"))
      words.insertContent({ type: "text", text: href.trim(), marks: [{ type: "link", attrs: { href: leads } }] }).run();
    else words.setLink({ href: leads }).run();
    onDone();
  };
  return (
    <div className="flex flex-wrap items-center gap-s2 border-b px-s3 py-s2">
      <label htmlFor={id} className="text-s text-ink-2">
        {t(m.ui_link_to)}
      </label>
      <span className="min-w-0 flex-1">
        <input
          id={id}
          type="url"
          // biome-ignore lint/a11y/noAutofocus: it was asked for by the button before it
          autoFocus
          value={href}
          placeholder="https://"
          {...(wrong && { "aria-invalid": true, "aria-describedby": `${id}-error` })}
          onChange={(event) => setHref(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (isComposing(event)) return;
            if (event.key === "Enter") {
              event.preventDefault();
              set();
            } else if (event.key === "Escape") {
              event.stopPropagation();
              editor.commands.focus();
              onDone();
            }
          }}
          className={controlClass}
        />
      </span>
      <Button size="s" onPress={set}>
        {t(m.ui_apply)}
      </Button>
      {wrong && (
        <p id={`${id}-error`} role="alert" className="w-full text-s text-seal">
          {t(m.ui_link_wrong)}
        </p>
      )}
    </div>
  );
}
