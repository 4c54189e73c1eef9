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
  leaveHallInput,
  myDetailsInput,
} from "./members/member.ts";
export { createPersonInput, type PersonSummary } from "./people/person.ts";
export { acceptSignUpInput, openHallInput, type PendingSignUp, signUpInput } from "./sign-ups/sign-up.ts";
export { type StarterStep, type StarterStepName, starterStepSchema } from "./starter-steps/starter-step.ts";
