import { ToastRegion } from "@guildhall/ui";

/** Where words are said in the corner; a door of its own, so that it is loaded by itself. */
export default function ToastCorner() {
  return <ToastRegion />;
}
