import type { ReactNode } from "react";
import { I18nProvider, RouterProvider } from "react-aria-components";
import { NavigateContext } from "./navigate.ts";

type UiProviderProps = {
  readonly locale: string;
  /** The app's router, so that links change the page without loading it anew. Without it they are plain links. */
  readonly navigate?: ((href: string) => void) | undefined;
  readonly children: ReactNode;
};

/** Stands once around an app: the language and the router of everything within. */
export function UiProvider({ locale, navigate, children }: UiProviderProps) {
  return (
    <I18nProvider locale={locale}>
      <NavigateContext.Provider value={navigate}>
        {navigate ? <RouterProvider navigate={navigate}>{children}</RouterProvider> : children}
      </NavigateContext.Provider>
    </I18nProvider>
  );
}
