import type { Area } from "../app/server/define-route.ts";

interface Row {
  /** As the route declares it; written here a second time so that no declaration changes unseen. */
  readonly area: Area;
  readonly permission?: string;
  readonly machine?: boolean;
  /** An address of it in the hall 远山户外, with `{person}` and `{file}` for things of that hall. */
  readonly sample: string;
  readonly methods: readonly ("GET" | "POST")[];
  /** A form that its action takes. */
  readonly form?: Readonly<Record<string, string>>;
}

/** Every route there is. The matrix fails on one that is missing here, and on one here that is not there. */
export const routeTable: Readonly<Record<string, Row>> = {
  root: { area: "public", sample: "/", methods: ["GET"] },
  "front/front": { area: "public", sample: "/", methods: ["GET"] },
  "front/login": {
    area: "public",
    sample: "/login",
    methods: ["GET", "POST"],
    form: { email: "nobody@example.com", password: "wrong" },
  },
  "front/logout": { area: "public", sample: "/logout", methods: ["POST"] },
  "front/nowhere": { area: "public", sample: "/no/such/place", methods: ["GET", "POST"] },
  "shell/language": { area: "public", sample: "/language", methods: ["POST"], form: { locale: "en", to: "/" } },
  "account/halls": { area: "account", sample: "/account", methods: ["GET"] },
  "workspace/workspace": { area: "workspace", permission: "workspace.enter", sample: "/w/yuanshan", methods: ["GET"] },
  "workspace/home": { area: "workspace", permission: "workspace.enter", sample: "/w/yuanshan", methods: ["GET"] },
  "workspace/people/people": {
    area: "workspace",
    permission: "people.view",
    sample: "/w/yuanshan/people",
    methods: ["GET"],
  },
  "workspace/people/new-person": {
    area: "workspace",
    permission: "people.edit",
    sample: "/w/yuanshan/people/new",
    methods: ["GET", "POST"],
    form: { fullName: "" },
  },
  "workspace/people/person": {
    area: "workspace",
    permission: "people.view",
    sample: "/w/yuanshan/people/{person}",
    methods: ["GET", "POST"],
    form: {},
  },
  "front/join/join": { area: "public", sample: "/join/yuanshan/none", methods: ["GET", "POST"], form: { act: "join" } },
  "front/join/confirm": {
    area: "public",
    sample: "/join/yuanshan/confirm/none",
    methods: ["GET", "POST"],
    form: { act: "join" },
  },
  "workspace/audit/export": {
    area: "workspace",
    permission: "audit.view",
    sample: "/w/yuanshan/audit/export",
    methods: ["POST"],
    form: { format: "csv" },
  },
  "workspace/settings/settings": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/settings/staff",
    methods: ["GET"],
  },
  "workspace/settings/sign-in": {
    area: "workspace",
    permission: "settings.edit",
    sample: "/w/yuanshan/settings/sign-in",
    methods: ["GET", "POST"],
    form: { requiresSecondFactor: "on" },
  },
  "workspace/settings/branding": {
    area: "workspace",
    permission: "settings.edit",
    sample: "/w/yuanshan/settings/branding",
    methods: ["GET", "POST"],
    form: { accent: "nonsense" },
  },
  "workspace/settings/staff/staff": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/settings/staff",
    methods: ["GET", "POST"],
    form: {},
  },
  "workspace/settings/staff/invite": {
    area: "workspace",
    permission: "staff.manage",
    sample: "/w/yuanshan/settings/staff/invite",
    methods: ["GET", "POST"],
    form: { addresses: "nobody", role: "staff" },
  },
  "workspace/settings/staff/link": {
    area: "workspace",
    permission: "staff.manage",
    sample: "/w/yuanshan/settings/staff/link",
    methods: ["GET", "POST"],
    form: { role: "owner", maxUses: "1", days: "7" },
  },
  "workspace/settings/staff/leave": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/settings/staff/leave",
    methods: ["GET", "POST"],
    form: { afterwards: "nonsense" },
  },
  "workspace/settings/staff/transfer": {
    area: "workspace",
    permission: "tenant.own",
    sample: "/w/yuanshan/settings/staff/transfer",
    methods: ["GET", "POST"],
    form: { personId: "", hallName: "" },
  },
  "workspace/settings/staff/member": {
    area: "workspace",
    permission: "staff.manage",
    sample: "/w/yuanshan/settings/staff/{staff}",
    methods: ["GET", "POST"],
    form: { role: "owner" },
  },
  "workspace/settings/staff/remove": {
    area: "workspace",
    permission: "staff.manage",
    sample: "/w/yuanshan/settings/staff/{staff}/remove",
    methods: ["GET", "POST"],
    form: { afterwards: "nonsense" },
  },
  // After handing over, which asks for the hall's name: nonsense that is its name by then would be taken.
  "workspace/settings/hall": {
    area: "workspace",
    permission: "settings.edit",
    sample: "/w/yuanshan/settings",
    methods: ["GET", "POST"],
    form: { name: "" },
  },
  "workspace/audit/audit": {
    area: "workspace",
    permission: "audit.view",
    sample: "/w/yuanshan/audit",
    methods: ["GET"],
  },
  "workspace/live/live": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/live",
    methods: ["GET"],
  },
  "workspace/file": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/files/{file}",
    methods: ["GET"],
  },
  "console/console": { area: "console", sample: "/console", methods: ["GET"] },
  "console/state": { area: "console", sample: "/console", methods: ["GET"] },
  "console/halls/halls": { area: "console", sample: "/console/halls", methods: ["GET"] },
  "console/halls/hall": { area: "console", sample: "/console/halls/{hall}", methods: ["GET"] },
  "console/work/work": {
    area: "console",
    sample: "/console/work",
    methods: ["GET", "POST"],
    form: { act: "nonsense" },
  },
  "dev/dev": { area: "dev", sample: "/dev/mail", methods: ["GET"] },
  "dev/mail": { area: "dev", sample: "/dev/mail", methods: ["GET"] },
  "dev/mail-message": { area: "dev", sample: "/dev/mail/{message}", methods: ["GET"] },
  "dev/mail-html": { area: "dev", sample: "/dev/mail/{message}/html", methods: ["GET"] },
  "dev/sms": { area: "dev", sample: "/dev/sms", methods: ["GET"] },
  "letters/unsubscribe": { area: "public", machine: true, sample: "/unsubscribe/{token}", methods: ["GET", "POST"] },
  "letters/bounce-hook": { area: "public", machine: true, sample: "/hooks/mail/bounce", methods: ["POST"] },
  "dev/ui": { area: "dev", sample: "/dev/ui", methods: ["GET"] },
};
