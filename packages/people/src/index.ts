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
export { companyPolicy } from "./companies/company.policy.ts";
export { type FoundCompany, searchCompanies } from "./companies/search-companies.ts";
export { setPersonConsent } from "./consents/set-person-consent.ts";
export { erasePerson } from "./erasure/erase-person.ts";
export { exportPerson } from "./erasure/export-person.ts";
export type { PersonTrace, TracedPerson } from "./erasure/person-trace.ts";
export { changeFieldValues, type FieldChange, fieldImage } from "./fields/change-field-values.ts";
export { getField, listFields } from "./fields/field.queries.ts";
export { readFieldValues } from "./fields/field-values.ts";
export { addIdentity } from "./identities/add-identity.ts";
export { addIdentityByHand } from "./identities/add-identity-by-hand.ts";
export { preferIdentity } from "./identities/prefer-identity.ts";
export { removeIdentity } from "./identities/remove-identity.ts";
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
export { correctMyFields } from "./members/correct-my-fields.ts";
export { approveRequests, declineRequests } from "./members/decide-requests.ts";
export { leaveAsMember, removeMember } from "./members/end-membership.ts";
export { joinAsMember } from "./members/join-hall.ts";
export { getMe, isWaiting, listMembers, listWaiting } from "./members/member.queries.ts";
export { getMyRecord } from "./members/my-record.queries.ts";
export { sayMyConsents } from "./members/say-my-consents.ts";
export { setMyDetails } from "./members/set-my-details.ts";
export { joinAsMe, startJoining, type Via } from "./members/start-joining.ts";
export { listMerged, previewMerge } from "./merging/merge.queries.ts";
export { type Merged, mergePeople } from "./merging/merge-people.ts";
export type { MergedPair, MergeStep } from "./merging/merge-step.ts";
export { type Unmerged, unmergePeople } from "./merging/unmerge-people.ts";
export { createPerson } from "./people/create-person.ts";
export { editPerson } from "./people/edit-person.ts";
export { listOwners } from "./people/list-owners.ts";
export { mayViewPerson } from "./people/may-view-person.ts";
export { countPeople, getPerson, listPeople } from "./people/people.queries.ts";
export { personPolicy } from "./people/person.policy.ts";
export { getPersonRecord } from "./people/person-record.queries.ts";
export { clusterOf, resolvePerson } from "./people/resolve-person.ts";
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
export { removeStaff } from "./staff/remove-staff.ts";
export { countSeats, type Seats } from "./staff/roster.ts";
export { listWithSecondFactor } from "./staff/second-factor.ts";
export { mayGiveRole, staffPolicy } from "./staff/staff.policy.ts";
export { countOwners, getStaffMember, listHeirs, listStaff } from "./staff/staff.queries.ts";
export { transferOwnership } from "./staff/transfer-ownership.ts";
export { listStarterSteps, type StarterList } from "./starter-steps/list-starter-steps.ts";
export { dismissStarterSteps, restoreStarterSteps, settleStarterStep } from "./starter-steps/settle-starter-step.ts";
export { type ListedTag, listTags } from "./tags/list-tags.ts";
export { findOrMakeTags, type SettledTag, settleTags } from "./tags/settle-tags.ts";
export { tagPerson, untagPerson } from "./tags/tag-person.ts";
export { peopleCrons, peopleTasks } from "./tasks.ts";
export { peopleTimeline } from "./timeline/items/people-items.ts";
export { rebuildTimeline } from "./timeline/rebuild-timeline.ts";
export { listCompanyTimeline, listTimeline } from "./timeline/timeline.queries.ts";
export { timelineHandlers } from "./timeline/timeline-handlers.ts";
export {
  defineBatch,
  defineHappening,
  defineThing,
  type Line,
  onPerson,
  type TimelineItem,
} from "./timeline/timeline-item.ts";
export { namesOf } from "./timeline/timeline-names.ts";
export { openTimelineRegister, type TimelineRegister } from "./timeline/timeline-register.ts";
export { timelineTasks } from "./timeline/timeline-tasks.ts";
export { timelineTrace } from "./timeline/timeline-trace.ts";
export { changesOf, type TimelineChange } from "./timeline/timeline-changes.ts";
export { messagesOf, type TimelineMessage } from "./timeline/timeline-messages.ts";
