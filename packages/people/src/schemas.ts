export {
  type Affiliation,
  addAffiliationInput,
  affiliationRefInput,
  editAffiliationInput,
  endAffiliationInput,
} from "./affiliations/affiliation.ts";
export {
  type Audience,
  type AudienceKind,
  type AudienceMember,
  allStaff,
  audienceMembersInput,
  createListInput,
  listRefInput,
  renameListInput,
} from "./audiences/audience.ts";
export {
  type BulkChange,
  type BulkReasons,
  type BulkSelection,
  type BulkSkipReason,
  bulkEditInput,
  gridQuestionSchema,
  inlineLimit,
} from "./bulk/bulk-edit-input.ts";
export {
  addDomainInput,
  type CompanyChanges,
  companyChangesSchema,
  companyRefInput,
  createCompanyInput,
  editCompanyInput,
  type NamedCompany,
  removeDomainInput,
  setParentInput,
} from "./companies/company.ts";
export { personConsentInput } from "./consents/person-consent.ts";
export { exportForm, exportFormats, exportGridInput, exportSearch } from "./exports/export-grid-input.ts";
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
  isForMembers,
  type MemberRight,
  memberRights,
  optionSchema,
  type Tone,
  tones,
} from "./fields/field.ts";
export { type FieldAnswers, fieldsFormSchema, readFieldAnswers } from "./fields/field-form.ts";
export {
  defineFieldInput,
  editFieldInput,
  fieldRefInput,
  mostFields,
  mostOptions,
  moveFieldInput,
} from "./fields/field-input.ts";
export { fieldValueSchema } from "./fields/field-value.ts";
export { formatFieldValue } from "./fields/format-field-value.ts";
export { type FieldReading, parseFieldText } from "./fields/parse-field-text.ts";
export { type ColumnTarget, type GridColumn, type GridName, gridNames } from "./grid/grid-column.ts";
export type {
  CompanyRow,
  NamedRecord,
  PersonRow,
  RecordNames,
  TagChip,
} from "./grid/person-row.ts";
export {
  addIdentityInput,
  type Identity,
  type IdentityKind,
  identityInput,
  identityKinds,
} from "./identities/identity.ts";
export type { CellProblem, Change, Outcome, PreviewRow, Tally } from "./imports/engine/plan/row-outcome.ts";
export { type ImportMode, importModes } from "./imports/engine/plan/rules.ts";
export { type Figures, figuresSchema } from "./imports/engine/runs/figures.ts";
export { type ImportRun, type KeptProposal, type Layout, mostBytes } from "./imports/engine/runs/import-run.ts";
export { choiceOf, mapColumnsInput, matchingInput } from "./imports/engine/runs/mapping-form.ts";
export type { ProblemRow } from "./imports/engine/runs/rows.queries.ts";
export { after, type RunState, runStates } from "./imports/engine/runs/run-state.ts";
export {
  type CellCode,
  type CellDoubtCode,
  type CellNote,
  type CellProblemCode,
  cellDoubtCodes,
  cellProblemCodes,
  type FieldValue as ImportedValue,
  type ImportConsent,
  type ImportField,
  type ImportIdentity,
  type ImportRow,
  type OutsideId,
} from "./imports/mapping/import-row.ts";
export {
  type ExistingField,
  type PresetName,
  type Proposal,
  type ProposalOptions,
  type ProposedColumn,
  presetNames,
  type RememberedColumn,
  type RememberedMapping,
} from "./imports/mapping/proposal.ts";
export {
  type ColumnMapping,
  columnMappingSchema,
  type DateOrder,
  type DecimalMark,
  dateOrderSchema,
  dateOrders,
  decimalMarkSchema,
  decimalMarks,
  type ImportFieldType,
  type Mapping,
  mappingSchema,
  type PersonTarget,
  personTargets,
  type Target,
  targetSchema,
} from "./imports/mapping/target.ts";
export {
  type BrokenRowCode,
  brokenRowCodes,
  type Delimiter,
  delimiterSchema,
  delimiters,
  type Encoding,
  encodingSchema,
  encodings,
  readingHintsSchema,
} from "./imports/reading/table.ts";
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
export {
  deleteTagInput,
  editTagInput,
  mergeTagsInput,
  type Tag,
  tagKey,
  tagNameSchema,
  tagPersonInput,
  untagPersonInput,
} from "./tags/tag.ts";
export {
  type MyTimelineEntry,
  type TimelineEntry,
  type TimelineKind,
  type TimelineName,
  type TimelinePage,
  type TimelineSubject,
  timelineKinds,
  timelineKindsSchema,
} from "./timeline/timeline.ts";
export {
  deleteViewInput,
  gridNameSchema,
  renameViewInput,
  type SavedView,
  saveViewInput,
  shareViewInput,
  updateViewInput,
  viewNameSchema,
} from "./views/view.ts";
