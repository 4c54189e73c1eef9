import { documentSchema, documentUpdate } from "@guildhall/docs/client";
import { documentField } from "@guildhall/docs/schemas";
import { Slice } from "@tiptap/pm/model";
import { EditorState, TextSelection, type Transaction } from "@tiptap/pm/state";
import { addRow, TableMap } from "@tiptap/pm/tables";
import { type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from "@tiptap/y-tiptap";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { asHref } from "../parts/link-ask.tsx";
import { blockAt, movedBlock } from "./block-moves.ts";
import { KeptNodes } from "./kept-nodes.ts";
import { htmlOfMarkdown, isMarkdown } from "./markdown.ts";
import { fitSlice } from "./pasting.ts";
import { asSmallAsItIs } from "./small-remote-changes.ts";
import { overgrown } from "./within-limits.ts";

const schema = documentSchema();
const docOf = (lines: readonly string[]) =>
  schema.nodeFromJSON({
    type: "doc",
    content: [
      { type: "title", content: [{ type: "text", text: "Plan" }] },
      ...lines.map((text) => ({ type: "paragraph", ...(text && { content: [{ type: "text", text }] }) })),
    ],
  });
const linesOf = ({ doc }: { doc: ReturnType<typeof docOf> }) =>
  doc.content.content.slice(1).map(({ textContent }) => textContent);

const copyOf = (update: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  return doc;
};
const emptyLine = () => {
  const line = new Y.XmlElement("paragraph");
  line.insert(0, [new Y.XmlText()]);
  return line;
};
const childOf = (parent: Y.XmlFragment, at: number) => {
  const child = parent.get(at);
  if (!(child instanceof Y.XmlElement)) throw new Error("There is no such block.");
  return child;
};
const wordsOf = (parent: Y.XmlFragment, at: number) => {
  const words = childOf(parent, at).get(0);
  if (!(words instanceof Y.XmlText)) throw new Error("There are no words.");
  return words;
};
const pointOf = (root: Y.XmlFragment) => childOf(childOf(root, 2), 0);

/** The binding of an editor that looks at a room; what would be drawn is left out. */
function lookAt(doc: Y.Doc) {
  const fragment = doc.getXmlFragment(documentField);
  const plugin = ySyncPlugin(fragment, { mapping: new KeptNodes() });
  const view = {
    state: EditorState.create({ schema, plugins: [plugin] }),
    hasFocus: () => false,
    dispatch: (transaction: Transaction) => {
      view.state = view.state.apply(asSmallAsItIs(transaction, view.state));
    },
  };
  const binding: ProsemirrorBinding = ySyncPluginKey.getState(view.state).binding;
  binding.initView(view);
  binding._forceRerender();
  return { binding, view };
}

describe("what others change", () => {
  const anyLines = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "ab"), maxLength: 6 }), { maxLength: 6 });

  test("is as small as it is, and comes to the same document and the same caret", () => {
    fc.assert(
      fc.property(anyLines, anyLines, fc.nat(), (before, after, caret) => {
        const state = EditorState.create({ doc: docOf(before) });
        const next = docOf(after);
        const whole = state.tr.replaceWith(0, state.doc.content.size, next.content);
        whole.setSelection(TextSelection.near(whole.doc.resolve(caret % whole.doc.content.size)));
        whole.setMeta(ySyncPluginKey, { isChangeOrigin: true });
        const small = asSmallAsItIs(whole, state);
        expect(small.doc.eq(next)).toBe(true);
        expect(small.selection.toJSON()).toEqual(whole.selection.toJSON());
        expect(small.getMeta(ySyncPluginKey)).toEqual({ isChangeOrigin: true });
      }),
    );
  });

  test("leaves what stands before it where it was", () => {
    const state = EditorState.create({ doc: docOf(["one", "two", "three"]) });
    const written = state.doc.content.replaceChild(2, docOf(["two!"]).child(1));
    const whole = state.tr.replaceWith(0, state.doc.content.size, written);
    const small = asSmallAsItIs(whole.setMeta(ySyncPluginKey, { isChangeOrigin: true }), state);
    expect([3, 9, 18].map((pos) => small.mapping.map(pos))).toEqual([3, 9, 19]);
    expect(small.steps).toHaveLength(1);
  });

  test("keeps lines apart that are alike", () => {
    const state = EditorState.create({ doc: docOf([""]) });
    const [title, line, begun] = [state.doc.child(0), state.doc.child(1), docOf([""]).child(1)];
    const whole = state.tr.replaceWith(0, state.doc.content.size, [title, begun, line]);
    const { doc } = asSmallAsItIs(whole.setMeta(ySyncPluginKey, { isChangeOrigin: true }), state);
    expect(doc.child(1)).toBe(begun);
    expect(doc.child(2)).toBe(line);
  });

  test.each([
    ["a line is begun above one that is empty, too", (root) => root.insert(1, [emptyLine()])],
    ["a letter is written", (root) => wordsOf(root, 1).insert(0, "a")],
    ["a point of a list is written on", (root) => wordsOf(pointOf(root), 0).insert(0, "a")],
    ["a line is taken away", (root) => root.delete(1)],
  ] satisfies [string, (root: Y.XmlFragment) => void][])("is not written back when %s", (_, change) => {
    const doc = documentUpdate({
      type: "doc",
      content: [
        { type: "title", content: [{ type: "text", text: "Plan" }] },
        { type: "paragraph" },
        {
          type: "bulletList",
          content: [{ type: "listItem", content: [{ type: "paragraph" }, { type: "paragraph" }] }],
        },
      ],
    });
    const [writer, onlooker] = [copyOf(doc), copyOf(doc)];
    const { binding, view } = lookAt(onlooker);
    change(writer.getXmlFragment(documentField));
    Y.applyUpdate(onlooker, Y.encodeStateAsUpdate(writer));
    const before = Y.encodeStateVector(onlooker);
    binding._prosemirrorChanged(view.state.doc); // as with every caret that is drawn anew
    expect(Y.encodeStateVector(onlooker)).toEqual(before);
    expect(onlooker.getXmlFragment(documentField).toString()).toBe(writer.getXmlFragment(documentField).toString());
  });

  test("is left alone where it is somebody's own", () => {
    const state = EditorState.create({ doc: docOf(["one"]) });
    const own = state.tr.insertText("x", 8);
    expect(asSmallAsItIs(own, state)).toBe(own);
  });
});

describe("a block", () => {
  const stateAt = (word: string) => {
    const doc = docOf(["one", "two", "three"]);
    let pos = 0;
    doc.descendants((node, at) => {
      if (node.text === word) pos = at;
    });
    return EditorState.create({ doc, selection: TextSelection.create(doc, pos + 1) });
  };
  const move = (word: string, by: -1 | 1) => {
    const state = stateAt(word);
    const block = blockAt(state.selection.$from);
    return block && movedBlock(state, block, by);
  };

  test("moves past its neighbour and takes the caret along", () => {
    const moved = move("two", -1);
    expect(moved && linesOf(moved)).toEqual(["two", "one", "three"]);
    expect(moved?.selection.$from.parent.textContent).toBe("two");
  });

  test("stays below the title and above the end; the title stays too", () => {
    expect(move("one", -1)).toBeNull();
    expect(move("three", 1)).toBeNull();
    expect(move("Plan", 1)).toBeNull();
  });
});

test.each([
  ["guildhall.example/camp", "https://guildhall.example/camp"],
  ["lin@yuanshan.example", "mailto:lin@yuanshan.example"],
  ["/w/yuanshan", "/w/yuanshan"],
  [" ", ""],
  ["two words", undefined],
  ["javascript:alert(1)", undefined],
  ["//elsewhere.example", undefined],
  ["java\nscript:alert(1)", undefined],
])("a link to %j leads to %j", (typed, leads) => {
  expect(asHref(typed)).toBe(leads);
});

test.each(["# Plan", "- [ ] water", "- one\n- two", "1. one\n2. two", "> said", "| a | b |\n|---|---|", "so **much**"])(
  "%j is Markdown",
  (text) => expect(isMarkdown(text)).toBe(true),
);

test.each(["#1 of 3", "5 * 3 * 2", "a - b", "no (really) [sic]", "1. first of all"])("%j is text", (text) =>
  expect(isMarkdown(text)).toBe(false),
);

describe("whatever is pasted", () => {
  test.each([
    ["empty lines", "\n".repeat(500_000)],
    ["open brackets", "[".repeat(500_000)],
    ["half links", "[a](/".repeat(100_000)],
    ["stars", "*".repeat(500_000)],
    ["half tables", "|a|\n\n".repeat(100_000)],
    ["spaces", " ".repeat(500_000)],
  ])("it is known at once whether %s are Markdown", (_, text) => {
    const since = performance.now();
    isMarkdown(text);
    expect(performance.now() - since).toBeLessThan(500);
  });

  test.each([
    ["quotes", ">".repeat(100_000)],
    ["stress", "_a_".repeat(60_000)],
    ["half stress", "a_".repeat(90_000)],
    ["lists", "1. ".repeat(20_000)],
    ["half links", "[a](/".repeat(40_000)],
  ])("%s without end keep nobody waiting", async (_, text) => {
    const since = performance.now();
    await htmlOfMarkdown(text);
    expect(performance.now() - since).toBeLessThan(4_000);
  });

  test("boxes that are ticked in Markdown are tasks", async () => {
    const html = await htmlOfMarkdown("- [ ] water\n- [x] fire\n\n`- [ ] code`");
    expect(html.match(/<input type="checkbox"( checked)?>/g)).toHaveLength(2);
  });

  test("numbers that a page would count up to are made small, and lists in lists stay few", () => {
    const doc = docOf(["here"]);
    const $at = doc.resolve(9);
    const cell = { type: "tableCell", attrs: { colspan: 1e9, rowspan: 1 }, content: [{ type: "paragraph" }] };
    const table = schema.nodeFromJSON({ type: "table", content: [{ type: "tableRow", content: [cell] }] });
    const { slice, cuts } = fitSlice(Slice.maxOpen(doc.copy(doc.content.replaceChild(1, table)).content), doc, $at);
    expect(cuts).toEqual([]);
    let spans: unknown[] = [];
    slice.content.descendants(({ attrs, type }) => {
      if (type.name === "tableCell") spans = [...spans, attrs.colspan];
    });
    expect(spans).toEqual([1]);
  });
});

describe("what is added by hand", () => {
  const tableOf = (rows: number, columns: number) => {
    const cell = { type: "tableCell", content: [{ type: "paragraph" }] };
    const row = { type: "tableRow", content: Array.from({ length: columns }, () => cell) };
    return { type: "table", content: Array.from({ length: rows }, () => row) };
  };
  const withRow = (rows: number, columns: number) => {
    const doc = schema.nodeFromJSON({ type: "doc", content: [{ type: "title" }, tableOf(rows, columns)] });
    const state = EditorState.create({ doc, selection: TextSelection.create(doc, 6) });
    const table = doc.child(1);
    const { tr } = state;
    addRow(tr, { map: TableMap.get(table), tableStart: 3, table, left: 0, top: 0, right: 1, bottom: 1 }, rows);
    return overgrown(state.selection.$head, tr);
  };

  test("ends where a table is as large as one may be", () => {
    expect(withRow(199, 3)).toBeNull();
    expect(withRow(200, 3)).toBe("largestTable");
    expect(withRow(66, 30)).toBe("largestTable");
  });

  test("ends where a list is as deep as one may be", () => {
    const listOf = (depth: number): object => ({
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [
            { type: "paragraph", content: [{ type: "text", text: "x" }] },
            ...(depth > 1 ? [listOf(depth - 1)] : []),
          ],
        },
      ],
    });
    const deepest = (depth: number) => {
      const doc = schema.nodeFromJSON({ type: "doc", content: [{ type: "title" }, listOf(depth)] });
      let at = 0;
      doc.descendants((node, pos) => {
        if (node.isText) at = pos;
      });
      return TextSelection.create(doc, at);
    };
    const before = deepest(9);
    const after = deepest(10);
    const { tr } = EditorState.create({ doc: after.$head.doc, selection: after });
    expect(overgrown(before.$head, tr)).toBe("deepest");
    expect(overgrown(after.$head, tr)).toBeNull();
  });
});
