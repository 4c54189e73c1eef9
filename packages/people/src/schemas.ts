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
export { fieldValueSchema } from "./fields/field-value.ts";
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
export { createPersonInput, type PersonSummary } from "./people/person.ts";
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
export {
  type TimelineEntry,
  type TimelineKind,
  type TimelineName,
  type TimelinePage,
  type TimelineSubject,
  timelineKinds,
  timelineKindsSchema,
} from "./timeline/timeline.ts";
