export { closeOwnAccount } from "./accounts/close-own-account.ts";
export { eraseClosedAccounts } from "./accounts/erase-closed-accounts.ts";
export { exportOwnAccount } from "./accounts/export-own-account.ts";
export { type HallLeftBehind, hallsLeftBehind } from "./accounts/halls-left-behind.ts";
export { claimByLink } from "./claims/claim-by-link.ts";
export {
  findPersonalLink,
  getLinkState,
  makePersonalLink,
  revokePersonalLink,
} from "./claims/personal-link.ts";
export { claimByPhone, sendClaimCode, startPhoneClaim } from "./claims/phone-claim.ts";
export { addIdentity } from "./identities/add-identity.ts";
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
export { detectPreset } from "./imports/mapping/preset.ts";
export { proposeMapping, sampleSize } from "./imports/mapping/propose-mapping.ts";
export { readPerson } from "./imports/mapping/read-person.ts";
export { rememberMapping } from "./imports/mapping/remember-mapping.ts";
export { openTable } from "./imports/reading/open-table.ts";
export { type FileRefusal, fileRefusals, isFileRefusal } from "./imports/reading/refuse-file.ts";
export type {
  BrokenRow,
  BrokenRowCode,
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
export { findMemberInvitation, listMemberInvitations } from "./invited/invitation.queries.ts";
export { inviteMembers, makeInvitationLink, revokeMemberInvitation } from "./invited/invite-members.ts";
export { addLogin } from "./logins/add-login.ts";
export { type Access, findAccess, listTenantsOfUser, type TenantOfUser } from "./logins/find-access.ts";
export { type AccessWatch, openAccessWatch, type Standing } from "./logins/watch-access.ts";
export { acceptMailedInvitation, confirmJoining, readPendingJoin } from "./members/confirm-joining.ts";
export { approveRequests, declineRequests } from "./members/decide-requests.ts";
export { leaveAsMember, removeMember } from "./members/end-membership.ts";
export { joinAsMember } from "./members/join-hall.ts";
export { getMe, isWaiting, listMembers, listWaiting } from "./members/member.queries.ts";
export { setMyDetails } from "./members/set-my-details.ts";
export { joinAsMe, startJoining, type Via } from "./members/start-joining.ts";
export { listMerged, previewMerge } from "./merging/merge.queries.ts";
export { type Merged, mergePeople } from "./merging/merge-people.ts";
export type { MergedPair, MergeStep } from "./merging/merge-step.ts";
export { type Unmerged, unmergePeople } from "./merging/unmerge-people.ts";
export { createPerson } from "./people/create-person.ts";
export { mayViewPerson } from "./people/may-view-person.ts";
export { countPeople, getPerson, listPeople } from "./people/people.queries.ts";
export { personPolicy } from "./people/person.policy.ts";
export { requireMaySetPicture, setPicture } from "./people/set-picture.ts";
export { sortName } from "./people/sort-name.ts";
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
export { removeStaff } from "./staff/remove-staff.ts";
export { countSeats, type Seats } from "./staff/roster.ts";
export { listWithSecondFactor } from "./staff/second-factor.ts";
export { mayGiveRole, staffPolicy } from "./staff/staff.policy.ts";
export { countOwners, getStaffMember, listHeirs, listStaff } from "./staff/staff.queries.ts";
export { transferOwnership } from "./staff/transfer-ownership.ts";
export { listStarterSteps, type StarterList } from "./starter-steps/list-starter-steps.ts";
export { dismissStarterSteps, restoreStarterSteps, settleStarterStep } from "./starter-steps/settle-starter-step.ts";
export { peopleCrons, peopleTasks } from "./tasks.ts";
