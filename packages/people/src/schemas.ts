export { personConsentInput } from "./consents/person-consent.ts";
export {
  columnKindOf,
  type Field,
  type FieldOption,
  type FieldSettings,
  type FieldSubject,
  type FieldType,
  type FieldValue,
  type FieldValues,
  fieldIdSchema,
  fieldSettingsSchema,
  fieldSubjects,
  fieldTypes,
  optionSchema,
  type Tone,
  tones,
} from "./fields/field.ts";
export { type FieldAnswers, fieldsFormSchema, readFieldAnswers } from "./fields/field-form.ts";
export { fieldValueSchema } from "./fields/field-value.ts";
export { formatFieldValue } from "./fields/format-field-value.ts";
export { type FieldReading, parseFieldText } from "./fields/parse-field-text.ts";
export {
  addIdentityInput,
  type Identity,
  type IdentityKind,
  identityInput,
  identityKinds,
} from "./identities/identity.ts";
export {
  type Invitation,
  type InvitationState,
  inviteByLinkInput,
  inviteByMailInput,
  linkStandsFor,
  mailStandsFor,
  mostUses,
} from "./invitations/invitation.ts";
export { mostInvitees } from "./invitations/invitee-list.ts";
export { joinWithNewAccountInput, proveMailboxInput } from "./invitations/join-input.ts";
export type { WaitingRequest } from "./members/member.queries.ts";
export {
  acceptInput,
  claimCodeInput,
  claimPhoneInput,
  confirmInput,
  inviteMembersInput,
  type JoinOutcome,
  joinAsMeInput,
  joinInput,
  leaveAsMemberInput,
  myDetailsInput,
} from "./members/member.ts";
export type { MyRecord } from "./members/my-record.queries.ts";
export {
  type MergeChoice,
  type MergeColumn,
  type MergeDifference,
  type MergePreview,
  mergeColumns,
  mergePeopleInput,
  unmergePeopleInput,
} from "./merging/merge.ts";
export {
  createPersonInput,
  editPersonInput,
  fieldChangesSchema,
  fullNameSchema,
  type PersonChanges,
  type PersonSummary,
  personChangesSchema,
  type Stage,
  stageSchema,
  stages,
} from "./people/person.ts";
export type { PersonRecord, RecordIdentity, RecordPosition } from "./people/person-record.ts";
export {
  type Relationship,
  type RelationshipKind,
  relateInput,
  relationshipKinds,
  unrelateInput,
} from "./relationships/relationship.ts";
export { acceptSignUpInput, openHallInput, type PendingSignUp, signUpInput } from "./sign-ups/sign-up.ts";
export {
  changeRoleInput,
  type GivenRole,
  givenRoles,
  leaveHallInput,
  removeStaffInput,
  rolesToGive,
  type StaffMember,
  transferOwnershipInput,
} from "./staff/staff.ts";
export { type StarterStep, type StarterStepName, starterStepSchema } from "./starter-steps/starter-step.ts";
export { type Tag, tagKey, tagNameSchema, tagPersonInput, untagPersonInput } from "./tags/tag.ts";
export {
  type TimelineEntry,
  type TimelineKind,
  type TimelineName,
  type TimelinePage,
  type TimelineSubject,
  timelineKinds,
  timelineKindsSchema,
} from "./timeline/timeline.ts";
