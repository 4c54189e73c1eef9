import { m } from "@guildhall/i18n/messages";
import type { Page } from "@playwright/test";

/** Brings the foot of the rail into reach: on a phone it lies in the drawer with all rooms. */
export async function openSeat(page: Page): Promise<void> {
  const drawer = page
    .getByRole("button", { name: m.ui_all_rooms({}, { locale: "en" }) })
    .or(page.getByRole("button", { name: m.ui_all_rooms({}, { locale: "zh-CN" }) }));
  if (await drawer.isVisible()) await drawer.click();
}
