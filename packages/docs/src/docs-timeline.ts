import { defineHappening, onPerson, type TimelineItem } from "@guildhall/people";

/** Who wrote and who spoke about which document: a line of their own timeline, once a day for each. */
export const docsTimeline: readonly TimelineItem[] = [
  defineHappening({
    facts: ["docs.document-edited", "docs.document-commented"],
    kind: "documents",
    forMember: { lines: "all" },
    concerns: ({ payload }) => [{ subject: onPerson(payload.personId), active: true }],
  }),
];
