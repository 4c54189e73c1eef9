import { safeHref } from "@guildhall/docs/schemas";
import { m } from "@guildhall/i18n/messages";
import { Button } from "@guildhall/ui";
import type { Editor } from "@tiptap/core";
import { type FormEvent, useId, useState } from "react";
import { useWords } from "../../shell/words.ts";

/** Where the chosen words lead; left empty, nowhere any more. */
export function LinkAsk({ editor, onDone }: { readonly editor: Editor; readonly onDone: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [href, setHref] = useState(() => String(editor.getAttributes("link").href ?? ""));
  const [wrong, setWrong] = useState(false);
  const set = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const leads = asHref(href);
    if (leads === undefined) return setWrong(true);
    const words = editor.chain().focus().extendMarkRange("link");
    if (leads === "") words.unsetLink().run();
    else words.setLink({ href: leads }).run();
    onDone();
  };
  return (
    <form onSubmit={set} className="flex w-form max-w-full flex-wrap items-center gap-s2 p-s2">
      <label htmlFor={id} className="sr-only">
        {t(m.editor_link_to)}
      </label>
      <input
        id={id}
        inputMode="url"
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the button before it
        autoFocus
        value={href}
        placeholder={t(m.editor_link_to)}
        {...(wrong && { "aria-invalid": true, "aria-describedby": `${id}-wrong` })}
        onChange={(event) => setHref(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          editor.commands.focus();
          onDone();
        }}
        className="h-control-m min-w-0 flex-1 rounded-r2 border border-control bg-surface px-s2 text-input"
      />
      <Button type="submit" size="s">
        {t(m.editor_link_apply)}
      </Button>
      {wrong && (
        <p id={`${id}-wrong`} role="alert" className="w-full text-s text-seal">
          {t(m.editor_link_wrong)}
        </p>
      )}
    </form>
  );
}

/** An address as somebody typed it, made whole; "" for none, undefined for one that no link may have. */
export function asHref(typed: string): string | undefined {
  const text = typed.trim();
  if (text === "") return "";
  if (safeHref(text)) return text;
  if (/^[^\s/@:]+@[^\s/@:]+\.[^\s/@:]+$/.test(text)) return `mailto:${text}`;
  return /^[^\s:/?#\\]+\.[^\s:/?#\\]{2,}(?:[/?#][^\s\\]*)?$/.test(text) ? `https://${text}` : undefined;
}
