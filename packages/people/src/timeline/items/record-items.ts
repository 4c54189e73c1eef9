import type { Fact } from "@guildhall/jobs";
import { defineBatch, defineHappening, onCompany, onPerson, type TimelineItem } from "../timeline-item.ts";

/** On the record of whom it is about, who is heard of when they did it themselves. */
const onTheirRecord = (
  fact: Fact<"people.identity-added" | Tagging | "people.identity-removed" | "people.consent-changed">,
) => {
  const { personId } = fact.payload;
  return [{ subject: onPerson(personId), active: fact.actorPersonId === personId }];
};
type Tagging = "people.person-tagged" | "people.person-untagged";

const reached = defineHappening({
  facts: ["people.identity-added", "people.identity-removed"],
  kind: "record",
  forMember: { lines: "all", tells: ["kind"] },
  concerns: onTheirRecord,
});

const agreed = defineHappening({
  facts: ["people.consent-changed"],
  kind: "record",
  forMember: { lines: "all", tells: ["purpose", "granted"] },
  concerns: onTheirRecord,
});

const tagged = defineHappening({
  facts: ["people.person-tagged", "people.person-untagged"],
  kind: "record",
  concerns: onTheirRecord,
});

const ties = defineHappening({
  facts: ["people.person-related", "people.person-unrelated"],
  kind: "relationships",
  concerns: (fact) => {
    const { personId, toPersonId } = fact.payload;
    const byThemselves = fact.actorPersonId === personId;
    return [
      { subject: onPerson(personId), active: byThemselves, payload: { ...fact.payload, as: "from" } },
      { subject: onPerson(toPersonId), payload: { ...fact.payload, as: "to" } },
    ];
  },
});

const positions = defineHappening({
  facts: ["people.position-taken", "people.position-changed", "people.position-ended"],
  kind: "relationships",
  concerns: ({ payload }) => [{ subject: onPerson(payload.personId) }, { subject: onCompany(payload.companyId) }],
});

const audiences = defineHappening({
  facts: ["people.audience-joined", "people.audience-left"],
  kind: "membership",
  concerns: ({ payload }) => [{ subject: onPerson(payload.personId) }],
});

const crowds = defineBatch({
  facts: ["people.audience-filled", "people.audience-emptied"],
  kind: "membership",
  changeSetId: ({ payload }) => payload.changeSetId,
});

const tagRemoved = defineBatch({
  facts: ["people.tag-removed"],
  kind: "record",
  changeSetId: ({ payload }) => payload.changeSetId,
});

const merging = defineHappening({
  facts: ["people.people-merged", "people.people-unmerged"],
  kind: "record",
  concerns: ({ payload }) => [{ subject: onPerson(payload.keptId) }, { subject: onPerson(payload.mergedId) }],
});

const companies = defineHappening({
  facts: ["people.company-created", "people.company-updated", "people.domain-added", "people.domain-removed"],
  kind: "record",
  concerns: ({ payload }) => [{ subject: onCompany(payload.companyId) }],
});

/** What is written of people's and companies' records. */
export const recordItems: readonly TimelineItem[] = [
  reached,
  agreed,
  tagged,
  ties,
  positions,
  audiences,
  crowds,
  tagRemoved,
  merging,
  companies,
];
