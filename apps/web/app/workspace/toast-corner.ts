/** A door of its own, so that it is loaded by itself. */
export { ToastRegion as default } from "@guildhall/ui";
