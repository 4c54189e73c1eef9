export { createPersonInput, type PersonSummary } from "./people/person.ts";
