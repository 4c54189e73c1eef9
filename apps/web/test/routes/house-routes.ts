import type { RouteRow } from "./route-row.ts";

/** The console, and what only the embedded defaults have. */
export const houseRoutes = {
  "console/console": { area: "console", sample: "/console", methods: ["GET"] },
  "console/state": { area: "console", sample: "/console", methods: ["GET"] },
  "console/halls/halls": { area: "console", sample: "/console/halls", methods: ["GET"] },
  "console/halls/hall": {
    area: "console",
    sample: "/console/halls/{hall}",
    methods: ["GET", "POST"],
    form: { act: "nonsense" },
  },
  "console/rooms": { area: "console", sample: "/console/rooms", methods: ["GET"] },
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
  "dev/clock": { area: "dev", sample: "/dev/clock", methods: ["GET", "POST"], form: { tenantId: "nonsense" } },
  "dev/ui": { area: "dev", sample: "/dev/ui", methods: ["GET"] },
} satisfies Record<string, RouteRow>;
