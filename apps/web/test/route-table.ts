import type { Area, PortalAccess } from "../app/server/define-route.ts";

interface Row {
  /** As the route declares it; written here a second time so that no declaration changes unseen. */
  readonly area: Area;
  readonly permission?: string;
  readonly access?: PortalAccess;
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
  "front/login-code": { area: "public", sample: "/login/code", methods: ["GET", "POST"], form: { code: "000000" } },
  "front/login-link": { area: "public", sample: "/login/link/used-up", methods: ["GET", "POST"], form: {} },
  "front/reset": { area: "public", sample: "/reset", methods: ["GET", "POST"], form: { email: "not an address" } },
  "front/reset-link": {
    area: "public",
    sample: "/reset/used-up",
    methods: ["GET", "POST"],
    form: { password: "long enough for anybody" },
  },
  "front/email-link": {
    area: "public",
    sample: "/email/{token}",
    methods: ["GET", "POST"],
    form: { answer: "confirm" },
  },
  "front/logout": { area: "public", sample: "/logout", methods: ["POST"] },
  "front/nowhere": { area: "public", sample: "/no/such/place", methods: ["GET", "POST"] },
  "shell/language": { area: "public", sample: "/language", methods: ["POST"], form: { locale: "en", to: "/" } },
  "account/halls": { area: "account", sample: "/account", methods: ["GET"] },
  "account/notifications": {
    area: "account",
    sample: "/account/notifications",
    methods: ["GET", "POST"],
    form: { digest: "hourly" },
  },
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
  "workspace/people/personal-link": {
    area: "workspace",
    permission: "people.edit",
    sample: "/w/yuanshan/people/{person}/link",
    methods: ["GET", "POST"],
    form: { act: "nonsense" },
  },
  "workspace/members/requests": {
    area: "workspace",
    permission: "members.manage",
    sample: "/w/yuanshan/members",
    methods: ["GET", "POST"],
    form: { act: "approve" },
  },
  "workspace/members/members": {
    area: "workspace",
    permission: "members.manage",
    sample: "/w/yuanshan/members/all",
    methods: ["GET"],
  },
  "workspace/members/invited": {
    area: "workspace",
    permission: "members.manage",
    sample: "/w/yuanshan/members/invited",
    methods: ["GET", "POST"],
    form: { emails: "nobody" },
  },
  "workspace/members/remove-member": {
    area: "workspace",
    permission: "members.manage",
    sample: "/w/yuanshan/members/{staff}/remove",
    methods: ["GET", "POST"],
    form: {},
  },
  "workspace/settings/portal": {
    area: "workspace",
    permission: "settings.edit",
    sample: "/w/yuanshan/settings/portal",
    methods: ["GET", "POST"],
    form: { joining: "nonsense" },
  },
  "workspace/audit/audit": {
    area: "workspace",
    permission: "audit.view",
    sample: "/w/yuanshan/audit",
    methods: ["GET"],
  },
  "workspace/notifications/notifications": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/notifications",
    methods: ["GET", "POST"],
    form: { act: "read-all", until: "2020-01-01T00:00:00Z" },
  },
  "workspace/notifications/newest": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/notifications/newest",
    methods: ["GET"],
  },
  "workspace/notifications/open-notice": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan/notifications/01900000-0000-7000-8000-000000000000",
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
  "portal/portal": { area: "portal", access: "anyone", sample: "/c/yuanshan", methods: ["GET"] },
  "portal/home": { area: "portal", access: "anyone", sample: "/c/yuanshan", methods: ["GET"] },
  "portal/join": {
    area: "portal",
    access: "anyone",
    sample: "/c/yuanshan/join",
    methods: ["GET", "POST"],
    form: { email: "nobody" },
  },
  "portal/confirm": {
    area: "portal",
    access: "anyone",
    sample: "/c/yuanshan/join/no-such-token",
    methods: ["GET", "POST"],
    form: {},
  },
  "portal/invited": {
    area: "portal",
    access: "anyone",
    sample: "/c/yuanshan/invited/no-such-token",
    methods: ["GET", "POST"],
    form: { fullName: "Nobody", email: "nobody@example.com" },
  },
  "portal/claim": {
    area: "portal",
    access: "anyone",
    sample: "/c/yuanshan/claim/no-such-token",
    methods: ["GET", "POST"],
    form: { fullName: "Nobody", email: "nobody@example.com" },
  },
  "portal/claim-phone": {
    area: "portal",
    access: "signed-in",
    sample: "/c/yuanshan/claim",
    methods: ["GET", "POST"],
    form: { phone: "12" },
  },
  "portal/notifications/notifications": {
    area: "portal",
    access: "member",
    sample: "/c/yuanshan/notifications",
    methods: ["GET", "POST"],
    form: { act: "read-all", until: "2020-01-01T00:00:00Z" },
  },
  "portal/notifications/newest": {
    area: "portal",
    access: "member",
    sample: "/c/yuanshan/notifications/newest",
    methods: ["GET"],
  },
  "portal/notifications/open-notice": {
    area: "portal",
    access: "member",
    sample: "/c/yuanshan/notifications/01900000-0000-7000-8000-000000000000",
    methods: ["GET"],
  },
  "portal/live": { area: "portal", access: "member", sample: "/c/yuanshan/live", methods: ["GET"] },
  "portal/me": {
    area: "portal",
    access: "member",
    sample: "/c/yuanshan/me",
    methods: ["GET", "POST"],
    form: { fullName: "" },
  },
  "portal/logo": { area: "portal", access: "anyone", sample: "/c/yuanshan/logo", methods: ["GET"] },
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
  "letters/notice-choices": { area: "public", machine: true, sample: "/notices/{choices}", methods: ["GET", "POST"] },
  "dev/clock": { area: "dev", sample: "/dev/clock", methods: ["GET", "POST"], form: { tenantId: "nonsense" } },
  "dev/ui": { area: "dev", sample: "/dev/ui", methods: ["GET"] },
};
