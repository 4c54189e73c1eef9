/** Every point between two effects of the relay, in the order in which a round comes by. For rehearsals of a death in between. */
export const steps = [
  "scheduled-found",
  "scheduled-happened",
  "outbox-relayed",
  "deliveries-taken",
  "deliveries-locked",
  "fact-handled",
  "deliveries-ended",
  "deliveries-committed",
] as const;
export type Step = (typeof steps)[number];
export type OnStep = (step: Step) => void;
