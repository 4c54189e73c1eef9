export { addIdentity } from "./identities/add-identity.ts";
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
export { addLogin } from "./logins/add-login.ts";
export { type Access, findAccess, listTenantsOfUser, type TenantOfUser } from "./logins/find-access.ts";
export { type AccessWatch, openAccessWatch, type Standing } from "./logins/watch-access.ts";
export { createPerson } from "./people/create-person.ts";
export { mayViewPerson } from "./people/may-view-person.ts";
export { countPeople, getPerson, listPeople } from "./people/people.queries.ts";
export { personPolicy } from "./people/person.policy.ts";
export { requireMaySetPicture, setPicture } from "./people/set-picture.ts";
export { changeRole } from "./staff/change-role.ts";
export { listLastSeen } from "./staff/last-seen.ts";
export { leaveHall } from "./staff/leave-hall.ts";
export { removeStaff } from "./staff/remove-staff.ts";
export { countSeats, type Seats } from "./staff/roster.ts";
export { hasSecondFactor, listWithSecondFactor } from "./staff/second-factor.ts";
export { mayGiveRole, staffPolicy } from "./staff/staff.policy.ts";
export { countOwners, getStaffMember, listHeirs, listStaff } from "./staff/staff.queries.ts";
export { transferOwnership } from "./staff/transfer-ownership.ts";
