import fc from "fast-check";
import {
  calloutKinds,
  codeLanguages,
  type DocumentMark,
  type DocumentNode,
  documentMentionKinds,
} from "../../editor/document-node.ts";

const words = fc
  .array(
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom("Stalls", "雨天", "tea", "（改期）", "“引用”", "데이터", "かな", "，", "。", "x"),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          "*",
          "_",
          "`",
          "#",
          "- ",
          "1. ",
          "[x]",
          "<b>",
          "&amp;",
          "|",
          "~~",
          "\\",
          "!",
          "](",
          "https://a.example/b",
          "😀",
          "+",
          "=",
          ">",
          ":--",
          "  ",
        ),
      },
      { weight: 2, arbitrary: fc.constant(" ") },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(""));

const uuid = fc.uuid().map((id) => id.toLowerCase());
const plainMark = fc.constantFrom("bold", "italic", "underline", "strike", "highlight");
const marks: fc.Arbitrary<readonly DocumentMark[]> = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(plainMark, { minLength: 1, maxLength: 3 })
      .map((types) => types.map((type) => ({ type }))),
  },
  { weight: 1, arbitrary: fc.constant([{ type: "code" }]) },
  { weight: 1, arbitrary: fc.constant([{ type: "link", attrs: { href: "https://tea.example/?a=1&b=(2)" } }]) },
  { weight: 1, arbitrary: uuid.map((threadId) => [{ type: "comment", attrs: { threadId } }]) },
);

const text: fc.Arbitrary<DocumentNode> = fc
  .record({ text: words, marks })
  .map(({ text: said, marks: worn }) => ({ type: "text", text: said, ...(worn.length > 0 && { marks: worn }) }));
const plainText = words.map((said): DocumentNode => ({ type: "text", text: said }));
const mention: fc.Arbitrary<DocumentNode> = fc
  .record({
    kind: fc.constantFrom(...documentMentionKinds),
    id: uuid,
    label: fc.constantFrom("林乔", "Ana Cruz", "摊位_表*"),
  })
  .map((attrs) => ({ type: "mention", attrs }));
const line = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 1, arbitrary: fc.constant({ type: "hardBreak" }) },
    { weight: 1, arbitrary: mention },
  ),
  { maxLength: 4 },
);

const withContent = (type: string, attrs?: Record<string, unknown>) => (content: DocumentNode[]) => ({
  type,
  ...(attrs && { attrs }),
  ...(content.length > 0 && { content }),
});
const paragraph: fc.Arbitrary<DocumentNode> = line.map(withContent("paragraph"));
const some = (each: fc.Arbitrary<DocumentNode>) => fc.array(each, { minLength: 1, maxLength: 3 });

const { block } = fc.letrec<{ block: DocumentNode }>((tie) => ({
  block: fc.oneof(
    { depthSize: "small", maxDepth: 3, withCrossShrink: true },
    paragraph,
    fc.tuple(fc.constantFrom(1, 2, 3), line).map(([level, content]) => withContent("heading", { level })(content)),
    fc.constant({ type: "horizontalRule" }),
    fc.constant({ type: "contents" }),
    fc
      .tuple(
        fc.constantFrom(null, ...codeLanguages),
        fc.option(fc.constantFrom("a < b\n\n  ```\nend", "变量 = `1`", " lead")),
      )
      .map(([language, said]) => withContent("codeBlock", { language })(said ? [{ type: "text", text: said }] : [])),
    fc
      .record({
        fileId: uuid,
        name: fc.constantFrom("stalls.png", "摊 位.png"),
        alt: words,
        width: fc.constantFrom(null, 640),
        height: fc.constantFrom(null, 480),
      })
      .map((attrs) => ({ type: "image", attrs: { src: null, ...attrs } })),
    fc.constant({
      type: "image",
      attrs: { fileId: null, src: "https://pictures.example/a.png", name: null, alt: "", width: null, height: null },
    }),
    fc
      .record({ fileId: uuid, name: fc.constantFrom("plan.pdf", "预算 (终).xlsx"), size: fc.constantFrom(null, 1200) })
      .map((attrs) => ({ type: "file", attrs })),
    fc
      .record({
        kind: fc.constantFrom("person", "audience-count"),
        params: fc.constantFrom({}, { id: 'a"b', most: 3 }),
      })
      .map((attrs) => ({ type: "liveBlock", attrs })),
    some(tie("block")).map(withContent("blockquote")),
    fc
      .tuple(fc.constantFrom(...calloutKinds), some(tie("block")))
      .map(([kind, content]) => withContent("callout", { kind })(content)),
    fc
      .tuple(
        fc.constantFrom("bulletList", "orderedList"),
        fc.constantFrom(1, 7),
        some(some(tie("block")).map(withContent("listItem"))),
      )
      .map(([type, start, content]) => withContent(type, type === "orderedList" ? { start } : undefined)(content)),
    some(
      fc
        .tuple(
          fc.record({
            checked: fc.boolean(),
            taskId: fc.option(uuid),
            assigneeId: fc.option(uuid),
            assignee: fc.constantFrom(null, "林乔"),
            dueOn: fc.constantFrom(null, "2026-03-02"),
          }),
          some(tie("block")),
        )
        .map(([attrs, content]) => withContent("taskItem", attrs)(content)),
    ).map(withContent("taskList")),
    fc
      .tuple(fc.array(plainText, { maxLength: 1 }), some(tie("block")))
      .map(([summary, content]) =>
        withContent("details")([withContent("detailsSummary")(summary), withContent("detailsContent")(content)]),
      ),
    fc
      .array(
        fc.array(
          fc
            .tuple(fc.constantFrom("tableCell", "tableHeader"), fc.constantFrom(1, 1, 2), some(tie("block")))
            .map(([type, colspan, content]) => withContent(type, { colspan, rowspan: 1 })(content)),
          { minLength: 1, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((rows) => withContent("table")(rows.map(withContent("tableRow")))),
  ),
}));

/** Any document that the schema lets be, with all of its nodes and marks. */
export const anyDocument: fc.Arbitrary<DocumentNode> = fc
  .tuple(
    words.filter((title) => title.trim() !== ""),
    fc.array(block, { maxLength: 6 }),
  )
  .map(([title, blocks]) => ({
    type: "doc",
    content: [{ type: "title", content: [{ type: "text", text: title }] }, ...blocks],
  }));
