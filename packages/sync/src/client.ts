export { type LiveRoom, openLiveRoom, type RoomKeeper } from "./client/live-room.ts";
export type { EndReason, RoomState } from "./client/room-state.ts";
export { type RoomName, roomName } from "./kinds/room-name.ts";
