// Apart from the other door, and for tenancy alone: its keepFile first asks whether the hall's plan has room.
export { recordFile } from "./files/record-file.ts";
