import "./app.css";
import { m } from "@guildhall/i18n/messages";
import { UiProvider } from "@guildhall/ui";
import {
  Links,
  Meta,
  type MetaFunction,
  Outlet,
  Scripts,
  ScrollRestoration,
  useNavigate,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { route } from "./server/define-route.ts";
import { ErrorPage } from "./shell/error-page.tsx";
import { NonceContext } from "./shell/nonce.ts";
import type { RootData } from "./shell/root-data.ts";
import { wordsIn } from "./shell/words.ts";

export const loader = route({ area: "public" }).loader(async ({ visit }): Promise<RootData> => {
  const session = await visit.session();
  return {
    locale: await visit.locale(),
    theme: await visit.theme(),
    user: session && { email: session.user.email, isOperator: session.user.isOperator },
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: wordsIn(data?.locale ?? "en").t(m.shell_name) },
];

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useContext(NonceContext);
  const data = useRouteLoaderData<RootData>("root");
  const theme = data?.theme ?? "system";
  return (
    <html lang={data?.locale ?? "en"} {...(theme !== "system" && { "data-theme": theme })}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        <meta property="csp-nonce" nonce={nonce} content={nonce} suppressHydrationWarning />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <House>{children}</House>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

function House({ children }: { readonly children: ReactNode }) {
  const navigate = useNavigate();
  const locale = useRouteLoaderData<RootData>("root")?.locale ?? "en";
  return (
    <UiProvider locale={locale} navigate={navigate}>
      {children}
    </UiProvider>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return (
    <main id="main">
      <ErrorPage />
    </main>
  );
}
