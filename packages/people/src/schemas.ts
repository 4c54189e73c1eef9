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
export { createPersonInput, type PersonSummary } from "./people/person.ts";
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
