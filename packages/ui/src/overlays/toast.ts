import { openToasts } from "./toast-place.tsx";
import { houseToasts, type ToastWord } from "./toast-queue.ts";

/** Says something in the corner, from anywhere in the browser: `toast({ text: t(m.people_removed), undo })`. What shows it is loaded with the first word. */
export function toast(word: ToastWord): number {
  void import("./toast-region.tsx").then(({ ToastRegion }) => openToasts(ToastRegion));
  return houseToasts().add(word);
}
