import {
  addIdentityByHand,
  editPerson,
  preferIdentity,
  relate,
  removeIdentity,
  setPersonConsent,
  tagPerson,
  unrelate,
  untagPerson,
} from "@guildhall/people";
import { type Act, actOf } from "../../server/acts.ts";
import { tagForm, untagForm } from "../tags/tag-forms.ts";
import { consentForm, identityForm, ownerForm, reachForm, stageForm, tieForm, untieForm } from "./person-forms.ts";

/** What can be done on a person's page, each by its own small form. */
export const personActs: Readonly<Record<string, Act<"person">>> = {
  stage: actOf(stageForm, (ctx, personId, { stage = null }) => editPerson(ctx, { personId, changes: { stage } })),
  owner: actOf(ownerForm, (ctx, personId, { ownerPersonId = null }) =>
    editPerson(ctx, { personId, changes: { ownerPersonId } }),
  ),
  tag: actOf(tagForm, (ctx, personId, { tag }) => tagPerson(ctx, { personId, names: [tag] })),
  untag: actOf(untagForm, (ctx, personId, { tagId }) => untagPerson(ctx, { personId, tagIds: [tagId] })),
  reach: actOf(reachForm, (ctx, personId, { kind, provider, value }) =>
    addIdentityByHand(ctx, { personId, kind, value, provider }),
  ),
  unreach: actOf(identityForm, (ctx, personId, { identityId }) => removeIdentity(ctx, { personId, identityId })),
  prefer: actOf(identityForm, (ctx, personId, { identityId }) => preferIdentity(ctx, { personId, identityId })),
  consent: actOf(consentForm, (ctx, personId, { identityId, purpose, granted }) =>
    setPersonConsent(ctx, { personId, identityId, purpose, granted: granted === "yes" }),
  ),
  tie: actOf(tieForm, (ctx, personId, { kind, otherId }) =>
    relate(ctx, { fromPersonId: personId, kind, toPersonId: otherId }),
  ),
  untie: actOf(untieForm, (ctx, personId, { kind, otherId, direction }) =>
    unrelate(
      ctx,
      direction === "to"
        ? { fromPersonId: personId, kind, toPersonId: otherId }
        : { fromPersonId: otherId, kind, toPersonId: personId },
    ),
  ),
};
