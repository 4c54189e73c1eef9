import { useEffect, useLayoutEffect } from "react";

/** What must be settled before anybody sees it. On the server there is no paint, and React would warn. */
export const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;
