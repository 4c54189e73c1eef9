/** Where the relay stands: every point between two effects. For rehearsals of a death in between. */
export type Step = "outbox-relayed" | "deliveries-found" | "delivery-claimed" | "fact-handled" | "delivery-ended" | "deliveries-committed" | "scheduled-found" | "scheduled-happened";
export type OnStep = (step: Step) => void;
