import { Outlet } from "@remix-run/react";
import { route } from "../server/define-route.ts";
import { FrontFrame } from "../shell/front-frame.tsx";

export const loader = route({ area: "dev" }).loader(async () => null);

/** What the embedded defaults keep where a real service would send it away. */
export default function Dev() {
  return (
    <FrontFrame>
      <Outlet />
    </FrontFrame>
  );
}
