export type { Change } from "./history/entries.ts";
export { readChanges, rebuildRoom, seqAt } from "./history/read-history.ts";
export { syncCrons, syncTasks } from "./history/sync-tasks.ts";
export { editRoom, readRoom } from "./kinds/edit-room.ts";
export { closeRooms, findRoom, openRoom, recheckRoom, replaceRoom } from "./kinds/open-room.ts";
export {
  type Knock,
  openRoomKinds,
  type RoomAccess,
  type RoomKind,
  type RoomKinds,
  type SettledRoom,
} from "./kinds/room-kind.ts";
export { settleRoom } from "./kinds/settle-room.ts";
export type { RoomKey } from "./log/room-log.ts";
export type { Limits, Pace } from "./rooms/limits.ts";
export { limitsFrom } from "./rooms/limits-from.ts";
export { colorOf } from "./server/color-of.ts";
export type { SyncFigures } from "./server/figures.ts";
export { getSyncState, type OperatedNode, roomCap, type SyncState } from "./server/node-figures.ts";
export { openSync, type Sync } from "./server/open-sync.ts";
