import type { RouteRow } from "./route-row.ts";

/** The rest of a workspace. */
export const workspaceRoutes = {
  "workspace/workspace": { area: "workspace", permission: "workspace.enter", sample: "/w/yuanshan", methods: ["GET"] },
  "workspace/home/home": {
    area: "workspace",
    permission: "workspace.enter",
    sample: "/w/yuanshan?index",
    methods: ["GET", "POST"],
    form: { act: "restore" },
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
  "workspace/audit/find-people": {
    area: "workspace",
    permission: "audit.view",
    sample: "/w/yuanshan/audit/people?name=a",
    methods: ["GET"],
  },
  "workspace/audit/export": {
    area: "workspace",
    permission: "audit.view",
    sample: "/w/yuanshan/audit/export",
    methods: ["POST"],
    form: { format: "csv" },
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
} satisfies Record<string, RouteRow>;
