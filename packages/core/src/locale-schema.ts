import { z } from "zod";
import { locales } from "./locale.ts";

/** Apart from the locales themselves, so that pages which only speak a language need no parser for it. */
export const localeSchema = z.enum(locales);
