import { m } from "@guildhall/i18n/messages";
import type { Editor } from "@tiptap/core";
import type { Words } from "../../shell/words.ts";
import type { LiveParts } from "../document-props.ts";
import type { EditorIconName } from "../parts/editor-icon.tsx";
import { putLiveBlock } from "./put-live-block.ts";

/** A block that can be begun, or that others can be turned into. */
export interface BlockChoice {
  readonly key: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly group: string;
  readonly icon: EditorIconName;
  /** What it is also found by, in either language. */
  readonly keywords: string;
  readonly run: (editor: Editor) => void;
}

interface Given {
  readonly words: Words;
  readonly liveParts: LiveParts | undefined;
  /** Asks for files and puts them where the caret is. */
  readonly attach: ((accept: string) => void) | undefined;
}

/** All that a slash offers. */
export function blockChoices(given: Given): readonly BlockChoice[] {
  return [...turnChoices(given.words), ...putChoices(given), ...liveChoices(given)];
}

export function matching(choices: readonly BlockChoice[], query: string): readonly BlockChoice[] {
  const asked = query.trim().toLowerCase();
  if (asked === "") return choices;
  const found = choices.filter(({ label, keywords }) => `${label} ${keywords}`.toLowerCase().includes(asked));
  const begins = ({ label, keywords }: BlockChoice) =>
    [label, ...keywords.split(" ")].some((word) => word.toLowerCase().startsWith(asked)) ? 0 : 1;
  return [...found].sort((one, other) => begins(one) - begins(other));
}

/** What a block can be turned into. */
export function turnChoices({ t }: Words): readonly BlockChoice[] {
  const group = t(m.editor_group_text);
  const choice = (key: EditorIconName, label: string, keywords: string, run: BlockChoice["run"], hint?: string) => ({
    key,
    icon: key,
    label,
    keywords,
    group,
    run,
    hint,
  });
  return [
    choice("text", t(m.editor_block_text), "text paragraph p zhengwen 正文", (on) =>
      on.chain().focus().clearNodes().run(),
    ),
    choice("h1", t(m.editor_block_h1), "h1 heading title biaoti 标题", (on) => setHeading(on, 1), "#"),
    choice("h2", t(m.editor_block_h2), "h2 heading subtitle biaoti 标题", (on) => setHeading(on, 2), "##"),
    choice("h3", t(m.editor_block_h3), "h3 heading biaoti 标题", (on) => setHeading(on, 3), "###"),
    choice(
      "bullets",
      t(m.editor_block_bullets),
      "ul list points liebiao 列表",
      (on) => on.chain().focus().toggleBulletList().run(),
      "-",
    ),
    choice(
      "numbers",
      t(m.editor_block_numbers),
      "ol list steps liebiao bianhao 列表",
      (on) => on.chain().focus().toggleOrderedList().run(),
      "1.",
    ),
    choice(
      "tasks",
      t(m.editor_block_tasks),
      "todo task check daiban renwu 待办",
      (on) => on.chain().focus().toggleTaskList().run(),
      "[]",
    ),
    choice(
      "quote",
      t(m.editor_block_quote),
      "quote blockquote yinyong 引用",
      (on) => on.chain().focus().toggleBlockquote().run(),
      ">",
    ),
    choice(
      "code",
      t(m.editor_block_code),
      "code pre daima 代码",
      (on) => on.chain().focus().toggleCodeBlock().run(),
      "```",
    ),
  ];
}

function setHeading(on: Editor, level: 1 | 2 | 3): void {
  on.chain().focus().toggleHeading({ level }).run();
}

function putChoices({ words: { t }, attach }: Given): readonly BlockChoice[] {
  const group = t(m.editor_group_blocks);
  const put = (key: EditorIconName, label: string, keywords: string, run: BlockChoice["run"]) => ({
    key,
    icon: key,
    label,
    keywords,
    group,
    run,
  });
  const callout = (kind: "info" | "idea" | "warning" | "done", label: string, keywords: string) =>
    put(kind, label, `callout ${keywords}`, (on) => putCallout(on, kind));
  return [
    ...(attach
      ? [
          put("image", t(m.editor_block_image), "picture photo tupian zhaopian 图片", () => attach("image/*")),
          put("file", t(m.editor_block_file), "attachment upload wenjian fujian 文件", () => attach("")),
        ]
      : []),
    put("table", t(m.editor_block_table), "table grid biaoge 表格", (on) =>
      on.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
    ),
    callout("info", t(m.editor_callout_info), "note hint tishi 提示"),
    callout("idea", t(m.editor_callout_idea), "idea lamp xiangfa 想法"),
    callout("warning", t(m.editor_callout_warning), "warning careful zhuyi 注意"),
    callout("done", t(m.editor_callout_done), "done decided jielun 结论"),
    put("details", t(m.editor_block_details), "details toggle fold zhedie 折叠", (on) =>
      on.chain().focus().setDetails().run(),
    ),
    put("contents", t(m.editor_block_contents), "contents toc outline mulu 目录", (on) =>
      on.chain().focus().insertContent({ type: "contents" }).run(),
    ),
    put("rule", t(m.editor_block_rule), "hr line divider fengexian 分隔线", (on) =>
      on.chain().focus().setHorizontalRule().run(),
    ),
  ];
}

function putCallout(on: Editor, kind: string): void {
  if (on.isActive("callout")) on.chain().focus().updateAttributes("callout", { kind }).run();
  else on.chain().focus().wrapIn("callout", { kind }).run();
}

function liveChoices({ words: { t }, liveParts }: Given): readonly BlockChoice[] {
  return (liveParts?.offered ?? []).map(({ kind, label }) => ({
    key: `live-${kind}`,
    icon: "live" as const,
    label,
    keywords: `live shishi 实时 ${kind}`,
    group: t(m.editor_group_live),
    run: (on: Editor) =>
      void liveParts?.choose(kind).then((params) => {
        if (params && !on.isDestroyed) putLiveBlock(on, { kind, params });
      }),
  }));
}
