import type { Mentionable } from "@guildhall/core";
import { Node } from "@tiptap/core";
import { Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from "@tiptap/suggestion";

/** Finds whom and what an at sign and these letters may mean. Gives up when the signal says so. */
export type FindMentions = (query: string, signal: AbortSignal) => Promise<readonly FoundMention[]>;
export type FoundMention = Mentionable & { readonly hint?: string | null | undefined };

export type Offer = SuggestionProps<FoundMention, FoundMention>;

export interface MentionHooks {
  readonly find: FindMentions | undefined;
  /** What is offered now; null for nothing. */
  onOffer(offer: Offer | null): void;
  /** True when the list took the key. */
  onKey(event: KeyboardEvent): boolean;
}

/** Somebody named in a text: one character to the caret, known by id. */
export function mentionNode(hooks: MentionHooks) {
  return Node.create({
    name: "mention",
    group: "inline",
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () => ({ kind: { default: "person" }, id: { default: "" }, label: { default: "" } }),
    // Not taken over from pasted pages, which could claim any id.
    renderHTML: ({ node }) => ["span", { class: "mention" }, said(node.attrs.label)],
    renderText: ({ node }) => said(node.attrs.label),
    addProseMirrorPlugins() {
      const { find } = hooks;
      if (!find) return [];
      let asked = new AbortController();
      return [
        Suggestion<FoundMention, FoundMention>({
          editor: this.editor,
          char: "@",
          // Chinese puts no space before it.
          allowedPrefixes: null,
          items: async ({ query }) => {
            asked.abort();
            asked = new AbortController();
            return [...(await find(query, asked.signal).catch(() => []))];
          },
          command: ({ editor, range, props: { kind, id, label } }) => {
            editor
              .chain()
              .focus()
              .insertContentAt(range, [
                { type: "mention", attrs: { kind, id, label } },
                { type: "text", text: " " },
              ])
              .run();
          },
          render: () => ({
            onStart: (offer: Offer) => hooks.onOffer(offer),
            onUpdate: (offer: Offer) => hooks.onOffer(offer),
            onKeyDown: ({ event }: SuggestionKeyDownProps) => hooks.onKey(event),
            onExit: () => hooks.onOffer(null),
          }),
        }),
      ];
    },
  });
}

function said(label: unknown): string {
  return `@${typeof label === "string" ? label : ""}`;
}
