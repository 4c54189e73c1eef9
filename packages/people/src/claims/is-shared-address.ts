const roles = new Set(
  (
    "abuse account accounting accounts admin administration all billing bookings contact customerservice enquiries " +
    "events everyone finance hello help helpdesk hi hr info inbox inquiries invoices it jobs kontakt mail marketing " +
    "members office orders postmaster press purchasing reception sales secretary service shop staff support team web webmaster " +
    "work kefu xiaoshou caiwu shichang bangong"
  ).split(" "),
);

/** Whether a mailbox is likely read by several: one named after a desk, not a person. */
export function isSharedAddress(email: string): boolean {
  const [mailbox = ""] = email.split("@");
  const [desk = ""] = mailbox.split("+");
  return roles.has(desk.replace(/[._-]/g, "").replace(/\d+$/, ""));
}
