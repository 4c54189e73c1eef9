export { claimByLink } from "./claims/claim-by-link.ts";
export {
  findPersonalLink,
  getLinkState,
  makePersonalLink,
  revokePersonalLink,
} from "./claims/personal-link.ts";
export { claimByPhone, sendClaimCode, startPhoneClaim } from "./claims/phone-claim.ts";
export { addIdentity } from "./identities/add-identity.ts";
export { findInvitation, listInvitations } from "./invited/invitation.queries.ts";
export { inviteMembers, makeInvitationLink, revokeInvitation } from "./invited/invite-members.ts";
export { addLogin } from "./logins/add-login.ts";
export { type Access, findAccess, listTenantsOfUser, type TenantOfUser } from "./logins/find-access.ts";
export { type AccessWatch, openAccessWatch, type Standing } from "./logins/watch-access.ts";
export { acceptMailedInvitation, confirmJoining, readPendingJoin } from "./members/confirm-joining.ts";
export { approveRequests, declineRequests } from "./members/decide-requests.ts";
export { leaveHall, removeMember } from "./members/end-membership.ts";
export { joinHall } from "./members/join-hall.ts";
export { getMe, isWaiting, listMembers, listWaiting } from "./members/member.queries.ts";
export { setMyDetails } from "./members/set-my-details.ts";
export { joinAsMe, startJoining, type Via } from "./members/start-joining.ts";
export { createPerson } from "./people/create-person.ts";
export { mayViewPerson } from "./people/may-view-person.ts";
export { countPeople, getPerson, listPeople } from "./people/people.queries.ts";
export { personPolicy } from "./people/person.policy.ts";
export { requireMaySetPicture, setPicture } from "./people/set-picture.ts";
export { acceptSignUp } from "./sign-ups/accept-sign-up.ts";
export { askForSlug, type SlugAnswer } from "./sign-ups/ask-for-slug.ts";
export { beginSignUp } from "./sign-ups/begin-sign-up.ts";
export { readSignUp } from "./sign-ups/find-sign-up.ts";
export { openHall } from "./sign-ups/open-hall.ts";
export { resendSignUpMail } from "./sign-ups/resend-sign-up-mail.ts";
export { sweepSignUps } from "./sign-ups/sweep-sign-ups.ts";
export { listStarterSteps, type StarterList } from "./starter-steps/list-starter-steps.ts";
export { dismissStarterSteps, restoreStarterSteps, settleStarterStep } from "./starter-steps/settle-starter-step.ts";
export { peopleCrons, peopleTasks } from "./tasks.ts";
