/** What a plan can allow: a feature, or how much of something. */
export const entitlementKeys = ["staff.seats", "people.rows", "files.bytes", "branding"] as const;
export type EntitlementKey = (typeof entitlementKeys)[number];

/** By key: how much, null for as much as they like; a feature is null or 0. */
type Allowance = Readonly<Record<EntitlementKey, number | null>>;

const gigabyte = 1_000_000_000;

/** What a hall may use while it tries Guildhall out. */
export const trialAllowance: Allowance = {
  "staff.seats": 25,
  "people.rows": null,
  "files.bytes": 20 * gigabyte,
  branding: null,
};

/** What every hall may use for nothing and for good. */
export const freeFloor: Allowance = {
  "staff.seats": 3,
  "people.rows": 500,
  "files.bytes": gigabyte,
  branding: 0,
};
