import { z } from "zod";

/** The picture itself is checked by its bytes, on the server. */
export const pictureInput = z.object({ picture: z.unknown() });

export const pictureMegabytes = 10;
