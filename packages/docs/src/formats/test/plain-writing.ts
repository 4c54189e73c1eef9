import type { Writing } from "../writing.ts";

/** What is around a document that nobody asked anything about: every picture and file is at hand under its own id. */
export const plainWriting: Writing = {
  locale: "en",
  words: {
    untitled: "Untitled",
    contents: "Contents",
    pictureGone: "A picture that is gone",
    fileUnnamed: "A file",
    unknown: "A part that cannot be shown here",
    liveClosed: "Not open to you",
    callouts: { info: "Good to know", idea: "Idea", warning: "Careful", done: "Decided" },
    day: (day) => day,
  },
  fileOf: (fileId) => ({ name: "stalls.png", href: `files/${fileId}` }),
  mentionHref: ({ kind, id }) => `https://hall.example/${kind}/${id}`,
  linkHref: (href) => href,
  liveText: () => ({ title: "Members", lines: ["12"] }),
};
