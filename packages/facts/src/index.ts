export { type FactName, type FactPayload, factNames, facts, parseFact, type Subject, subjectOf } from "./facts.ts";
