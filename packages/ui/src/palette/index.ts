export type { CommandAction, CommandGroup } from "./command.ts";
export { CommandPalette } from "./command-palette.tsx";
