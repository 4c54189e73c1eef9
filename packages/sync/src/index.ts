export { findRoom, openRoom, recheckRoom, replaceRoom } from "./kinds/open-room.ts";
export { type Knock, openRoomKinds, type RoomAccess, type RoomKind, type RoomKinds } from "./kinds/room-kind.ts";
export type { RoomKey } from "./log/room-log.ts";
export type { Limits, Pace } from "./rooms/limits.ts";
export { registerSyncMetrics, type SyncFigures } from "./server/figures.ts";
export { openSync, type Sync } from "./server/open-sync.ts";
