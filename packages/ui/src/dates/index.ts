export { DateField } from "./date-field.tsx";
export { ZonedTimeField } from "./zoned-time-field.tsx";
