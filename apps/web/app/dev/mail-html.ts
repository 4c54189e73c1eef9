import { idSchema } from "@guildhall/core";
import { getDevMessage } from "@guildhall/mail";
import { z } from "zod";
import { route } from "../server/define-route.ts";

/** A mail's own HTML, for the frame of its page: it may style itself and nothing else. */
export const loader = route({ area: "dev", params: z.object({ message: idSchema("message") }) }).loader(
  async ({ house, params }) => {
    const { html } = await getDevMessage(house.database, params.message);
    return new Response(html ?? "", {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy":
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-top-navigation-by-user-activation",
      },
    });
  },
);
