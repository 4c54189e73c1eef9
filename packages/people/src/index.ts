export { closeOwnAccount } from "./accounts/close-own-account.ts";
export { eraseClosedAccounts } from "./accounts/erase-closed-accounts.ts";
export { exportOwnAccount } from "./accounts/export-own-account.ts";
export { type HallLeftBehind, hallsLeftBehind } from "./accounts/halls-left-behind.ts";
export { addAffiliation } from "./affiliations/add-affiliation.ts";
export { type Colleague, listAffiliations, listColleagues } from "./affiliations/affiliation.queries.ts";
export { editAffiliation, endAffiliation } from "./affiliations/edit-affiliation.ts";
export { preferAffiliation } from "./affiliations/prefer-affiliation.ts";
export { removeAffiliation } from "./affiliations/remove-affiliation.ts";
export { addToAudience } from "./audiences/add-to-audience.ts";
export { audiencePolicy } from "./audiences/audience.policy.ts";
export {
  countAudiences,
  getAudience,
  isInAudience,
  listAudienceMembers,
  listAudiences,
  listAudiencesOf,
} from "./audiences/audience.queries.ts";
export { createList } from "./audiences/create-list.ts";
export { deleteList } from "./audiences/delete-list.ts";
export { removeFromAudience } from "./audiences/remove-from-audience.ts";
export { renameList } from "./audiences/rename-list.ts";
export { type BulkOutcome, bulkEdit } from "./bulk/bulk-edit.ts";
export {
  type BulkRun,
  cancelBulkRun,
  getBulkRun,
  listBulkRuns,
  pauseBulkRun,
  resumeBulkRun,
} from "./bulk/bulk-runs.ts";
export { claimByLink } from "./claims/claim-by-link.ts";
export {
  findPersonalLink,
  getLinkState,
  makePersonalLink,
  revokePersonalLink,
} from "./claims/personal-link.ts";
export { claimByPhone, sendClaimCode, startPhoneClaim } from "./claims/phone-claim.ts";
export { addDomain } from "./companies/add-domain.ts";
export { companyPolicy } from "./companies/company.policy.ts";
export { type Company, getCompany } from "./companies/company.queries.ts";
export { createCompany } from "./companies/create-company.ts";
export { deleteCompany } from "./companies/delete-company.ts";
export { editCompany } from "./companies/edit-company.ts";
export { joinManyByDomain } from "./companies/join-by-domain.ts";
export { removeDomain } from "./companies/remove-domain.ts";
export { type FoundCompany, searchCompanies } from "./companies/search-companies.ts";
export { setParent } from "./companies/set-parent.ts";
export { setPersonConsent } from "./consents/set-person-consent.ts";
export { erasePerson } from "./erasure/erase-person.ts";
export { exportPerson } from "./erasure/export-person.ts";
export type { PersonTrace, TracedPerson } from "./erasure/person-trace.ts";
export { exportGrid, type GridFile } from "./exports/export-grid.ts";
export type { ExportWords } from "./exports/row-cells.ts";
export { archiveField, restoreField } from "./fields/archive-field.ts";
export { changeFieldValues, type FieldChange, fieldImage } from "./fields/change-field-values.ts";
export { countAnswers, countUse, type Use } from "./fields/count-use.ts";
export { defineField } from "./fields/define-field.ts";
export { editField } from "./fields/edit-field.ts";
export { fieldPolicy } from "./fields/field.policy.ts";
export { getField, listFields } from "./fields/field.queries.ts";
export { readFieldValues } from "./fields/field-values.ts";
export { listRelated } from "./fields/list-related.ts";
export { moveField } from "./fields/move-field.ts";
export { companyColumns, countCompaniesGrid, listCompaniesGrid } from "./grid/company-grid.ts";
export { findCompanyRow, findPersonRow, nameChosen } from "./grid/find-row.ts";
export { countPeopleGrid, listPeopleGrid, peopleColumns } from "./grid/people-grid.ts";
export { addIdentity } from "./identities/add-identity.ts";
export { addIdentityByHand } from "./identities/add-identity-by-hand.ts";
export { preferIdentity } from "./identities/prefer-identity.ts";
export { removeIdentity } from "./identities/remove-identity.ts";
export { importTrace } from "./imports/engine/import-trace.ts";
export { carryOut } from "./imports/engine/jobs/run-job.ts";
export { changeReading } from "./imports/engine/runs/change-reading.ts";
export { listCountries } from "./imports/engine/runs/list-countries.ts";
export { mapColumns, setMatching } from "./imports/engine/runs/map-columns.ts";
export { listPersonFields, type PersonField } from "./imports/engine/runs/person-fields.ts";
export { listProblemRows, refusedRowsFile } from "./imports/engine/runs/rows.queries.ts";
export { findRun, listRuns, type RunSummary } from "./imports/engine/runs/run.queries.ts";
export { requireMayImport, startImport } from "./imports/engine/runs/start-import.ts";
export {
  cancelImport,
  pauseImport,
  previewImport,
  resumeImport,
  runImport,
  undoImport,
} from "./imports/engine/runs/steer-run.ts";
export { detectPreset } from "./imports/mapping/detect-preset.ts";
export { proposeMapping, sampleSize } from "./imports/mapping/propose-mapping.ts";
export { readPerson } from "./imports/mapping/read-person.ts";
export { rememberMapping } from "./imports/mapping/remember-mapping.ts";
export { openTable } from "./imports/reading/open-table.ts";
export { type FileRefusal, fileRefusals, isFileRefusal } from "./imports/reading/refuse-file.ts";
export type {
  BrokenRow,
  CellKind,
  EmptyRows,
  ReadingHints,
  Row,
  RowNote,
  Sheet,
  Source,
  Table,
  TableItem,
  TableNote,
} from "./imports/reading/table.ts";
export { acceptInvitation } from "./invitations/accept-invitation.ts";
export {
  findOffer,
  findOfferById,
  listInvitations,
  type Offer,
  type OpenInvitation,
} from "./invitations/invitation.queries.ts";
export type { JoinDoor } from "./invitations/invitation-token.ts";
export { inviteByLink } from "./invitations/invite-by-link.ts";
export { inviteByMail } from "./invitations/invite-by-mail.ts";
export { type AccountAtDoor, findAccountAtDoor, joinHall, makeAccount } from "./invitations/join-hall.ts";
export { readJoinProof, sendJoinProof, spendJoinProof } from "./invitations/join-proof.ts";
export { resendInvitation } from "./invitations/resend-invitation.ts";
export { revokeInvitation } from "./invitations/revoke-invitation.ts";
export { hashOf as hashOfLink } from "./invited/hash-token.ts";
export { findMemberInvitation, listMemberInvitations } from "./invited/invitation.queries.ts";
export { closeGuestDoors, inviteGuest } from "./invited/invite-guest.ts";
export { inviteMembers, makeInvitationLink, revokeMemberInvitation } from "./invited/invite-members.ts";
export { addLogin } from "./logins/add-login.ts";
export { type Access, findAccess, listTenantsOfUser, type TenantOfUser } from "./logins/find-access.ts";
export { type AccessWatch, openAccessWatch, type Standing } from "./logins/watch-access.ts";
export { acceptMailedInvitation, confirmJoining, readPendingJoin } from "./members/confirm-joining.ts";
export { correctMyFields } from "./members/correct-my-fields.ts";
export { approveRequests, declineRequests } from "./members/decide-requests.ts";
export { leaveAsMember, removeMember } from "./members/end-membership.ts";
export { joinAsMember } from "./members/join-hall.ts";
export { getMe, isWaiting, listMembers, listWaiting } from "./members/member.queries.ts";
export { getMyRecord } from "./members/my-record.queries.ts";
export { sayMyConsents } from "./members/say-my-consents.ts";
export { setMyDetails } from "./members/set-my-details.ts";
export { joinAsMe, startJoining, type Via } from "./members/start-joining.ts";
export { withdrawRequest } from "./members/withdraw-request.ts";
export { previewMerge } from "./merging/merge.queries.ts";
export { type Merged, mergePeople } from "./merging/merge-people.ts";
export type { MergedPair, MergeStep } from "./merging/merge-step.ts";
export { listMerged, type MergedRecord, previewUnmerge } from "./merging/merged.queries.ts";
export { type Unmerged, unmergePeople } from "./merging/unmerge-people.ts";
export { createPerson } from "./people/create-person.ts";
export { editPerson } from "./people/edit-person.ts";
export { findNameOf, findPeopleByName, type NamedPerson } from "./people/find-by-name.ts";
export { findOrAddByEmail } from "./people/find-or-add-by-email.ts";
export { listOwners } from "./people/list-owners.ts";
export { mayViewPerson } from "./people/may-view-person.ts";
export { countPeople, getPerson, listPeople } from "./people/people.queries.ts";
export { personPolicy } from "./people/person.policy.ts";
export { getPersonRecord } from "./people/person-record.queries.ts";
export { clusterOf, resolvePerson } from "./people/resolve-person.ts";
export { type PeopleRoom, peopleRoom, requireRoomForPeople } from "./people/room-for-people.ts";
export { type FoundPerson, searchPeople } from "./people/search-people.ts";
export { requireMaySetPicture, setPicture } from "./people/set-picture.ts";
export { sortName } from "./people/sort-name.ts";
export { relate, unrelate } from "./relationships/relate.ts";
export { listRelationships } from "./relationships/relationship.queries.ts";
export { acceptSignUp } from "./sign-ups/accept-sign-up.ts";
export { askForSlug, type SlugAnswer } from "./sign-ups/ask-for-slug.ts";
export { beginSignUp } from "./sign-ups/begin-sign-up.ts";
export { readSignUp } from "./sign-ups/find-sign-up.ts";
export { openHall } from "./sign-ups/open-hall.ts";
export { resendSignUpMail } from "./sign-ups/resend-sign-up-mail.ts";
export { sweepSignUps } from "./sign-ups/sweep-sign-ups.ts";
export { changeRole } from "./staff/change-role.ts";
export { listLastSeen } from "./staff/last-seen.ts";
export { leaveHall } from "./staff/leave-hall.ts";
export { openAccountsOf } from "./staff/open-accounts.ts";
export { removeStaff } from "./staff/remove-staff.ts";
export { countSeats, hasAnotherOwner, type Seats } from "./staff/roster.ts";
export { listWithSecondFactor } from "./staff/second-factor.ts";
export { mayGiveRole, staffPolicy } from "./staff/staff.policy.ts";
export { getStaffMember, listHeirs, listStaff } from "./staff/staff.queries.ts";
export { transferOwnership } from "./staff/transfer-ownership.ts";
export { listStarterSteps, type StarterList } from "./starter-steps/list-starter-steps.ts";
export { dismissStarterSteps, restoreStarterSteps, settleStarterStep } from "./starter-steps/settle-starter-step.ts";
export { deleteTag } from "./tags/delete-tag.ts";
export { editTag } from "./tags/edit-tag.ts";
export { type ListedTag, listTags } from "./tags/list-tags.ts";
export { mergeTags } from "./tags/merge-tags.ts";
export { findOrMakeTags, type SettledTag, settleTags } from "./tags/settle-tags.ts";
export { tagCompany, untagCompany } from "./tags/tag-company.ts";
export { tagPerson, untagPerson } from "./tags/tag-person.ts";
export { peopleCrons, peopleTasks } from "./tasks.ts";
export { peopleTimeline } from "./timeline/items/people-items.ts";
export { listMyTimeline } from "./timeline/my-timeline.queries.ts";
export { rebuildTimeline } from "./timeline/rebuild-timeline.ts";
export { listCompanyTimeline, listTimeline } from "./timeline/timeline.queries.ts";
export { changesOf, type TimelineChange } from "./timeline/timeline-changes.ts";
export { timelineHandlers } from "./timeline/timeline-handlers.ts";
export {
  defineBatch,
  defineHappening,
  defineThing,
  type Line,
  onPerson,
  type TimelineItem,
} from "./timeline/timeline-item.ts";
export { messagesOf, type TimelineMessage } from "./timeline/timeline-messages.ts";
export { namesOf } from "./timeline/timeline-names.ts";
export { openTimelineRegister, type TimelineRegister } from "./timeline/timeline-register.ts";
export { timelineTasks } from "./timeline/timeline-tasks.ts";
export { timelineTrace } from "./timeline/timeline-trace.ts";
export { type Changes, getChanges, listLeft, type NamedLeft } from "./undoing/changes.queries.ts";
export { undoChanges } from "./undoing/undo-changes.ts";
export { deleteView, renameView, shareView, updateView } from "./views/change-view.ts";
export { saveView } from "./views/save-view.ts";
export { listViews } from "./views/view.queries.ts";
