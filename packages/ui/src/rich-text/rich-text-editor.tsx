import { type RichText, readRichText, richTextFromPlain } from "@guildhall/core";
import { Editor } from "@tiptap/core";
import { useEffect, useRef, useState } from "react";
import { lightExtensions } from "./extensions.ts";
import { MentionList } from "./mention-list.tsx";
import type { FindMentions, Offer } from "./mention-node.ts";
import { RichTextTools } from "./rich-text-tools.tsx";

type RichTextEditorProps = {
  readonly id: string;
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  readonly placeholder: string | undefined;
  readonly start: RichText | string;
  readonly mentions?: FindMentions | undefined;
  /** The tree as JSON; "" while nothing is written. */
  readonly onChange: (json: string) => void;
};

/** The editor itself, loaded when a page with such a field has woken. */
export default function RichTextEditor({ start, onChange, placeholder = "", mentions, ...named }: RichTextEditorProps) {
  const frame = useRef<HTMLDivElement>(null);
  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false);
  const [offer, setOffer] = useState<Offer | null>(null);
  const paper = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const given = useRef({ start, onChange, named, mentions });
  given.current = { ...given.current, onChange, named };

  useEffect(() => {
    if (!paper.current) return;
    const { start: first } = given.current;
    const made = new Editor({
      element: paper.current,
      extensions: lightExtensions(placeholder, {
        find: given.current.mentions,
        onOffer: setOffer,
        onKey: (event) => keys.current(event),
      }),
      content: mutable(typeof first === "string" ? richTextFromPlain(first) : first),
      // Its few rules stand in forms.css, so that no policy has to allow an injected style.
      injectCSS: false,
      editorProps: { attributes: attributes(given.current.named) },
      onCreate: ({ editor: ready }) => given.current.onChange(written(ready)),
      onUpdate: ({ editor: changed }) => given.current.onChange(written(changed)),
    });
    setEditor(made);
    return () => made.destroy();
  }, [placeholder]);

  const { id, label, describedBy, invalid, required } = named;
  useEffect(() => {
    editor?.setOptions({ editorProps: { attributes: attributes({ id, label, describedBy, invalid, required }) } });
  }, [editor, id, label, describedBy, invalid, required]);

  return (
    <div
      ref={frame}
      className="relative grid rounded-r2 border border-control bg-surface transition-colors has-aria-invalid:border-2 has-aria-invalid:border-seal"
    >
      {editor && <RichTextTools editor={editor} label={named.label} />}
      <div ref={paper} className="prose editor max-h-pane min-h-control-l overflow-auto px-s3 py-s2 text-input" />
      {offer && <MentionList id={`${named.id}-mentions`} offer={offer} frame={frame.current} keys={keys} />}
    </div>
  );
}

function written(editor: Editor): string {
  const tree = editor.isEmpty ? undefined : readRichText(editor.getJSON());
  return tree ? JSON.stringify(tree) : "";
}

function attributes({
  id,
  label,
  describedBy,
  invalid,
  required,
}: Omit<RichTextEditorProps, "start" | "onChange" | "placeholder" | "mentions">) {
  return {
    id,
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": label,
    ...(describedBy && { "aria-describedby": describedBy }),
    ...(invalid && { "aria-invalid": "true" }),
    ...(required && { "aria-required": "true" }),
  };
}

/** tiptap takes trees that it might change. */
function mutable(tree: RichText) {
  return structuredClone(tree) as { type: string; content: [] };
}
