export { type CommandAction, type CommandGroup, CommandPalette } from "./command-palette.tsx";
