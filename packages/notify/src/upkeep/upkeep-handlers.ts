import { type Handler, onFact } from "@guildhall/jobs";
import type { NoticeRegister } from "../kinds/notice-register.ts";
import { dropUnseeable } from "./drop-unseeable.ts";

/** Whoever loses a role, or their place, loses the notices that came with it. */
export function noticeUpkeep(register: NoticeRegister): readonly Handler[] {
  return [
    onFact(["people.role-changed", "people.staff-removed", "people.member-removed"], {
      name: "notify.drop-unseeable",
      handle: (ctx, { payload }) => dropUnseeable(ctx, register, payload.personId),
    }),
  ];
}
