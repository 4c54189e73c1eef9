import { Extension } from "@tiptap/core";
import { PluginKey } from "@tiptap/pm/state";
import { Suggestion, type SuggestionKeyDownProps, type SuggestionProps } from "@tiptap/suggestion";
import type { FoundMention } from "../document-props.ts";
import type { BlockChoice } from "./block-choices.ts";

/** What is offered beside the caret now, and how one of it is taken. */
export interface Offer {
  readonly of: "blocks" | "mentions";
  readonly query: string;
  readonly choices: readonly Offered[];
  readonly at: DOMRect | null;
  readonly isAsking: boolean;
}

export interface Offered {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | null | undefined;
  readonly group?: string | undefined;
  readonly block?: BlockChoice;
  readonly mention?: FoundMention;
  readonly take: () => void;
}

export interface OfferHooks {
  onOffer(offer: Offer | null): void;
  /** True when the list took the key. */
  onKey(event: KeyboardEvent): boolean;
}

interface Sources {
  readonly blocks: (query: string) => readonly BlockChoice[];
  readonly find: ((query: string, signal: AbortSignal) => Promise<readonly FoundMention[]>) | undefined;
}

/** A slash offers blocks, an at sign people, companies and documents. */
export function offers({ blocks, find }: Sources, hooks: OfferHooks) {
  return Extension.create({
    name: "offers",
    addProseMirrorPlugins() {
      const { editor } = this;
      let asked = new AbortController();
      const slash = Suggestion<BlockChoice, BlockChoice>({
        editor,
        pluginKey: new PluginKey("slash"),
        char: "/",
        // Chinese has no space before it; an address has letters.
        allowedPrefixes: null,
        allow: ({ state, range }) => mayOffer(state.doc.resolve(range.from)),
        items: ({ query }) => [...blocks(query)],
        command: ({ editor: on, range, props }) => {
          on.chain().focus().deleteRange(range).run();
          props.run(on);
        },
        render: () => shownBy(hooks, "blocks", asBlock),
      });
      if (!find) return [slash];
      const mention = Suggestion<FoundMention, FoundMention>({
        editor,
        pluginKey: new PluginKey("mention"),
        char: "@",
        allowedPrefixes: null,
        allow: ({ state, range }) => !state.doc.resolve(range.from).parent.type.spec.code && range.from > 1,
        items: async ({ query }) => {
          asked.abort();
          asked = new AbortController();
          return [...(await find(query, asked.signal).catch(() => []))];
        },
        command: ({ editor: on, range, props: { kind, id, label } }) => {
          const named = { type: "mention", attrs: { kind, id, label } };
          on.chain()
            .focus()
            .insertContentAt(range, [named, { type: "text", text: " " }])
            .run();
        },
        render: () => shownBy(hooks, "mentions", asMention),
      });
      return [slash, mention];
    },
  });
}

type Place = {
  readonly parent: {
    readonly type: { readonly name: string; readonly spec: { readonly code?: boolean } };
    readonly textContent: string;
  };
  readonly parentOffset: number;
};

/** At the start of a line, after a space or after a character that is no letter of an address. */
function mayOffer({ parent, parentOffset }: Place): boolean {
  if (parent.type.name === "title" || parent.type.spec.code) return false;
  const before = parent.textContent.charAt(parentOffset - 1);
  return before === "" || /[\s\p{Script=Han}，。；：、（）「」]/u.test(before);
}

function shownBy<Item>(hooks: OfferHooks, of: Offer["of"], offered: (item: Item, take: () => void) => Offered) {
  const show = ({ items, query, clientRect, command, loading }: SuggestionProps<Item, Item>) =>
    hooks.onOffer({
      of,
      query,
      choices: items.map((item) => offered(item, () => command(item))),
      at: clientRect?.() ?? null,
      isAsking: loading === true,
    });
  return {
    onStart: show,
    onUpdate: show,
    onKeyDown: ({ event }: SuggestionKeyDownProps) => hooks.onKey(event),
    onExit: () => hooks.onOffer(null),
  };
}

const asBlock = (block: BlockChoice, take: () => void): Offered => ({
  key: block.key,
  label: block.label,
  hint: block.hint,
  group: block.group,
  block,
  take,
});

const asMention = (mention: FoundMention, take: () => void): Offered => ({
  key: `${mention.kind}-${mention.id}`,
  label: mention.label,
  hint: mention.hint,
  mention,
  take,
});
