import type { RouteRow } from "./route-row.ts";

/** One's own account. */
export const accountRoutes = {
  "account/account": { area: "account", sample: "/account", methods: ["GET"] },
  "account/profile": {
    area: "account",
    sample: "/account/profile",
    methods: ["GET", "POST"],
    form: { locale: "neither", theme: "system" },
  },
  "account/picture": {
    area: "account",
    sample: "/account/picture/yuanshan",
    methods: ["GET", "POST"],
    form: {},
  },
  "account/security": {
    area: "account",
    sample: "/account/security",
    methods: ["GET", "POST"],
    form: { act: "begin-app" },
  },
  "account/security/authenticator": {
    area: "account",
    sample: "/account/security/app?setup=none",
    methods: ["GET", "POST"],
    form: { code: "" },
  },
  "account/security/email": {
    area: "account",
    sample: "/account/security/email",
    methods: ["GET", "POST"],
    form: { email: "no address" },
  },
  "account/security/password": {
    area: "account",
    sample: "/account/security/password",
    methods: ["GET", "POST"],
    form: { current: "", password: "" },
  },
  "account/security/phone": {
    area: "account",
    sample: "/account/security/phone",
    methods: ["GET", "POST"],
    form: { phone: "12" },
  },
  "account/security/codes": {
    area: "account",
    sample: "/account/security/codes",
    methods: ["GET", "POST"],
    form: {},
  },
  "account/security/new-passkey": {
    area: "account",
    sample: "/account/security/new-passkey",
    methods: ["GET", "POST"],
    form: { name: "" },
  },
  "account/security/passkey-challenge": {
    area: "account",
    sample: "/account/security/new-passkey/challenge",
    methods: ["POST"],
    form: {},
  },
  "account/security/passkey": {
    area: "account",
    sample: "/account/security/passkey?id=none",
    methods: ["GET", "POST"],
    form: { passkey: "none", name: "" },
  },
  "account/devices": {
    area: "account",
    sample: "/account/devices",
    methods: ["GET", "POST"],
    form: { device: "0".repeat(64) },
  },
  "account/data": {
    area: "account",
    sample: "/account/data",
    methods: ["GET", "POST"],
    form: { confirmation: "somebody@else.example" },
  },
  "account/data-export": { area: "account", sample: "/account/data/export", methods: ["GET"] },
  "account/prove": {
    area: "account",
    sample: "/account/prove",
    methods: ["GET", "POST"],
    form: { password: "" },
  },
  "account/halls": { area: "account", sample: "/account", methods: ["GET"] },
  "account/notifications": {
    area: "account",
    sample: "/account/notifications",
    methods: ["GET", "POST"],
    form: { digest: "hourly" },
  },
} satisfies Record<string, RouteRow>;
