/** What somebody has just done, as the address of the home page says it. */
export const homeStates = ["joined", "claimed", "prove", "declined", "two-records", "left", "forgotten"] as const;
export type HomeState = (typeof homeStates)[number];
