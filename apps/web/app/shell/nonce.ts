import { createContext } from "react";

/** This answer's CSP nonce; on the server only. */
export const NonceContext = createContext<string | undefined>(undefined);
