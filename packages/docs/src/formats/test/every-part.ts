import type { DocumentNode } from "../../editor/document-node.ts";

const said = (text: string, ...marks: string[]): DocumentNode => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
});
const line = (...content: (DocumentNode | string)[]): DocumentNode => ({
  type: "paragraph",
  content: content.map((each) => (typeof each === "string" ? said(each) : each)),
});
const heading = (level: number, text: string): DocumentNode => ({
  type: "heading",
  attrs: { level },
  content: [said(text)],
});
const item = (...content: DocumentNode[]): DocumentNode => ({ type: "listItem", content });
const cell = (type: string, text: string, attrs = {}): DocumentNode => ({
  type,
  attrs: { colspan: 1, rowspan: 1, ...attrs },
  content: [line(text)],
});
const row = (...content: DocumentNode[]): DocumentNode => ({ type: "tableRow", content });

const person = "0199aaaa-0000-7000-8000-000000000001";
export const picture = "0199aaaa-0000-7000-8000-000000000002";
const paper = "0199aaaa-0000-7000-8000-000000000003";

/** A document with every node and mark in it, in four scripts. */
export const everyPart: DocumentNode = {
  type: "doc",
  content: [
    { type: "title", content: [said("秋季茶会 Autumn fair 🎋")] },
    { type: "contents" },
    heading(1, "准备 Preparations"),
    line(
      "茶会在“老茶仓”举行（雨天改到礼堂），",
      said("请提前十分钟到", "bold"),
      "；报名费为 ",
      said("￥60", "highlight"),
      "，会员",
      said("免费", "underline"),
      "。联系",
      { type: "mention", attrs: { kind: "person", id: person, label: "林乔" } },
      "，或看 ",
      {
        type: "text",
        text: "tea.example/fair",
        marks: [{ type: "link", attrs: { href: "https://tea.example/fair" } }],
      },
      "。",
    ),
    line("龘靐齉、繁體中文與喆𠮷、①②③、→ ✓ ☑、αβγ、Žluťoučký, Привет。"),
    line("日本語の仮名まじり文：骨・直・化は日本の字形で。"),
    line("한국어 문장도 두부 없이 나옵니다."),
    line(
      said("Slanted", "italic"),
      ", ",
      said("struck", "strike"),
      " and ",
      said("npm start", "code"),
      ".",
      { type: "hardBreak" },
      "A second line.",
    ),
    heading(2, "名单 Lists"),
    {
      type: "bulletList",
      content: [
        item(line("摊位")),
        item(line("茶叶"), { type: "bulletList", content: [item(line("龙井")), item(line("凤凰单丛"))] }),
      ],
    },
    { type: "orderedList", attrs: { start: 3 }, content: [item(line("Third")), item(line("第四"))] },
    {
      type: "taskList",
      content: [
        { type: "taskItem", attrs: { checked: true }, content: [line("订场地")] },
        {
          type: "taskItem",
          attrs: { checked: false, assignee: "陈雨泽", dueOn: "2026-03-02" },
          content: [line("Print the badges, and take them along to the hall before the doors open on Saturday")],
        },
      ],
    },
    heading(3, "注意 Mind"),
    ...(["info", "idea", "warning", "done"] as const).map(
      (kind): DocumentNode => ({ type: "callout", attrs: { kind }, content: [line(`散会前要定下来的事：${kind}。`)] }),
    ),
    { type: "blockquote", content: [line("一期一会。")] },
    {
      type: "codeBlock",
      attrs: { language: "typescript" },
      content: [said('const 茶 = "龙井";\n\n  if (a < b) return 茶;')],
    },
    {
      type: "details",
      content: [
        { type: "detailsSummary", content: [said("更多 More")] },
        { type: "detailsContent", content: [line("折起来的话。")] },
      ],
    },
    {
      type: "table",
      content: [
        row(cell("tableHeader", "时间"), cell("tableHeader", "内容"), cell("tableHeader", "谁")),
        row(
          cell("tableCell", "09:00"),
          cell("tableCell", "布置会场，摆好桌椅和茶具", { rowspan: 2 }),
          cell("tableCell", "林乔"),
        ),
        row(cell("tableCell", "10:00"), cell("tableCell", "陈雨泽")),
        row(cell("tableCell", "Across everything", { colspan: 3 })),
      ],
    },
    {
      type: "image",
      attrs: { fileId: picture, src: null, name: "hall.png", alt: "老茶仓 The hall", width: 640, height: 480 },
    },
    { type: "file", attrs: { fileId: paper, name: "预算 budget.xlsx", size: 1200 } },
    { type: "liveBlock", attrs: { kind: "audience-count", params: { audienceId: person } } },
    { type: "horizontalRule" },
    line("完。"),
  ],
};
