import type { DocumentNode } from "@guildhall/docs";

/** Words of a page of A4 in a text of this kind. */
const wordsOfPage = 480;
const wordsOfParagraph = 60;
const vocabulary =
  "the ridge camp needs a permit from the upper valley office and every guest brings a lamp 营地 队员 名单 天气 路线 before we leave the river at noon with two guides who know where the spring is".split(
    " ",
  );

/**
 * A document of so many pages as people write them: a heading, paragraphs, a list, a task list and a table on each, half
 * English and some Chinese. The same pages give the same words.
 */
export function longDocument(title: string, pages: number): DocumentNode {
  let next = 1;
  const random = (below: number) => {
    next = (next * 48_271) % 2_147_483_647; // Park and Miller's generator, so that every run reads the same
    return next % below;
  };
  const words = (count: number) =>
    Array.from({ length: count }, () => vocabulary[random(vocabulary.length)] ?? "").join(" ");
  const line = (count: number): DocumentNode => ({
    type: "paragraph",
    content: [{ type: "text", text: `${words(count)}.` }],
  });
  const page = (place: number): DocumentNode[] => [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: `${place + 1}. ${words(4)}` }] },
    ...Array.from({ length: Math.floor((wordsOfPage * 0.75) / wordsOfParagraph) }, () => line(wordsOfParagraph)),
    {
      type: "bulletList",
      content: Array.from({ length: 4 }, () => ({ type: "listItem", content: [line(9)] })),
    },
    {
      type: "taskList",
      content: Array.from({ length: 3 }, (_, at) => ({
        type: "taskItem",
        attrs: { checked: at === 0 },
        content: [line(8)],
      })),
    },
    {
      type: "table",
      content: Array.from({ length: 4 }, (_, row) => ({
        type: "tableRow",
        content: Array.from({ length: 3 }, () => ({
          type: row === 0 ? "tableHeader" : "tableCell",
          attrs: { colspan: 1, rowspan: 1 },
          content: [line(3)],
        })),
      })),
    },
  ];
  return {
    type: "doc",
    content: [
      { type: "title", content: [{ type: "text", text: title }] },
      ...Array.from({ length: pages }, (_, place) => page(place)).flat(),
    ],
  };
}
