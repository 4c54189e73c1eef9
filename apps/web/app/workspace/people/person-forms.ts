import { idSchema } from "@guildhall/core";
import { identityKinds, personChangesSchema, relationshipKinds } from "@guildhall/people/schemas";
import { z } from "zod";

const act = z.string();
const identityId = idSchema("person_identity");

export const stageForm = personChangesSchema.pick({ stage: true }).extend({ act });
export const ownerForm = personChangesSchema.pick({ ownerPersonId: true }).extend({ act });
export const reachForm = z.object({
  act,
  kind: z.enum(identityKinds),
  provider: z.string().max(60).default(""),
  value: z.string().max(400).default(""),
});
export const identityForm = z.object({ act, identityId });
export const consentForm = z.object({
  act,
  identityId,
  purpose: z.enum(["community", "events", "marketing"]),
  granted: z.enum(["yes", "no"]),
});
const ends = {
  kind: z.enum(relationshipKinds),
  otherId: z.uuid({ error: "people.relationship-nobody" }).pipe(idSchema("person")),
};
export const tieForm = z.object({ act, ...ends });
export const untieForm = z.object({ act, ...ends, direction: z.enum(["to", "from"]) });
