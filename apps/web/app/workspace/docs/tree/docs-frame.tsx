import "../../../documents/error-words.ts";
import { m } from "@guildhall/i18n/messages";
import { Button, Dialog, Spinner, useAwake, WithScript } from "@guildhall/ui";
import { Outlet, useLocation, useMatches } from "@remix-run/react";
import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from "react";
import { useWords } from "../../../shell/words.ts";
import { useHall } from "../../use-hall.ts";

/** Pages of spaces and documents, and beside them the tree in which they stand; on a narrow window it opens over them. */
export default function DocsFrame() {
  return (
    <div className="lg:grid lg:grid-cols-[var(--width-tree)_minmax(0,1fr)] lg:gap-s5 lg:noscript:block print:block">
      <Beside />
      <div className="min-w-0">
        <Over />
        <Outlet />
      </div>
    </div>
  );
}

function Beside() {
  const { t } = useWords();
  const wide = useWide();
  return (
    <nav
      aria-label={t(m.docs_tree)}
      className="sticky top-0 -mb-s6 -mt-s4 -ml-s5 hidden h-dvh border-r py-s4 pl-s3 pr-s1 lg:block noscript:hidden print:hidden"
    >
      {wide && <Tree />}
    </nav>
  );
}

function Over() {
  const { t } = useWords();
  const wide = useWide();
  const { key } = useLocation();
  const [open, setOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it closes whenever one has gone on
  useEffect(() => setOpen(false), [key]);
  return (
    <div className="mb-s2 lg:hidden print:hidden">
      <WithScript>
        <Button look="quiet" size="s" icon="columns" onPress={() => setOpen(true)}>
          {t(m.docs_tree)}
        </Button>
        {open && !wide && (
          <Dialog title={t(m.docs_tree)} closeLabel={t(m.docs_tree_close)} open onOpenChange={setOpen}>
            <div className="h-tree-sheet">
              <Tree />
            </div>
          </Dialog>
        )}
      </WithScript>
    </div>
  );
}

function Tree() {
  const { slug } = useHall();
  const waiting: ReactNode = (
    <div className="grid place-items-center p-s4 text-ink-3">
      <Spinner />
    </div>
  );
  return (
    <Suspense fallback={waiting}>
      <SideTree slug={slug} {...useReading()} />
    </Suspense>
  );
}

const SideTree = lazy(() => import("./side-tree.tsx"));

/** What the page is about, by its address. */
function useReading(): { readonly documentId: string | null; readonly spaceId: string | null } {
  const params = useMatches().at(-1)?.params ?? {};
  return { documentId: params.document ?? null, spaceId: params.space ?? null };
}

const query = "(width >= 80rem)";

/** Whether there is room beside a page; never before scripts run. */
function useWide(): boolean {
  const wide = useSyncExternalStore(watch, now, never);
  return useAwake() && wide;
}

function watch(changed: () => void): () => void {
  const watched = matchMedia(query);
  watched.addEventListener("change", changed);
  return () => watched.removeEventListener("change", changed);
}

const now = () => matchMedia(query).matches;
const never = () => false;
