import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}

export default defineConfig({
  plugins: [
    // react-aria speaks thirty languages; we speak two.
    { ...optimizeLocales.vite({ locales: ["en-US", "zh-CN"] }), enforce: "pre" },
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_relativeSplatPath: true,
        v3_throwAbortReason: true,
        v3_singleFetch: true,
        v3_lazyRouteDiscovery: true,
        v3_routeConfig: true,
      },
    }),
  ],
  resolve: { dedupe: ["react", "react-dom"] },
  optimizeDeps: {
    entries: ["app/root.tsx", "app/entry.client.tsx", "app/*/**/*.tsx"],
    exclude: ["@node-rs/argon2", "pg", "kysely"],
  },
  server: { watch: { ignored: ["**/build/**", "**/.data/**"] } },
  build: { target: "es2022" },
});
