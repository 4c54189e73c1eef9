import {
  createContext,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { isComposing } from "../keys/is-writing.ts";
import { stepKey } from "../keys/step-key.ts";
import { Float } from "../overlays/float.tsx";
import { Opener } from "../overlays/opener.tsx";

type MenuProps = {
  /** The Button that opens it. */
  readonly button: ReactNode;
  readonly label: string;
  readonly children: ReactNode;
};

/** Closes the menu around. */
const MenuContext = createContext<() => void>(() => undefined);

/** Acts that are not the first one. Arrows walk, a letter leads to what begins with it, Esc and Tab close. */
export function Menu({ button, label, children }: MenuProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const [start, setStart] = useState<"first" | "last">();
  const close = useMemo(() => () => setStart(undefined), []);
  return (
    <>
      <Opener
        anchor={anchor}
        opens="menu"
        open={start !== undefined}
        controls={id}
        onPress={() => setStart((now) => (now ? undefined : "first"))}
        onArrow={(key) => setStart(key === "ArrowDown" ? "first" : "last")}
      >
        {button}
      </Opener>
      {start && (
        <MenuSlip anchor={anchor} id={id} label={label} start={start} onClose={close}>
          {children}
        </MenuSlip>
      )}
    </>
  );
}

type MenuSlipProps = Omit<MenuProps, "button"> & {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly id?: string | undefined;
  readonly start: "first" | "last";
  readonly onClose: () => void;
};

/** The menu itself, for whoever has a button of its own for it. */
export function MenuSlip({ anchor, id, label, start, onClose, children }: MenuSlipProps) {
  return (
    <MenuContext.Provider value={onClose}>
      <Float
        anchor={anchor}
        onClose={onClose}
        id={id}
        role="menu"
        label={label}
        takesFocus
        onKeyDown={(event) => walk(event, onClose)}
        className="flex min-w-menu flex-col overflow-auto rounded-r3 border bg-raised p-s1 text-ink shadow-float"
      >
        <StartAt place={start} />
        {children}
      </Float>
    </MenuContext.Provider>
  );
}

/** Brings the focus to the first or the last item, once. */
function StartAt({ place }: { readonly place: "first" | "last" }) {
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const menu = mark.current?.closest<HTMLElement>("[role=menu]");
    if (menu)
      items(menu)
        .at(place === "first" ? 0 : -1)
        ?.focus();
  }, [place]);
  return <span ref={mark} hidden />;
}

export function useMenuClose(): () => void {
  return useContext(MenuContext);
}

function walk(event: KeyboardEvent<HTMLElement>, close: () => void) {
  if (isComposing(event)) return;
  const all = items(event.currentTarget);
  const at = all.findIndex((item) => item === document.activeElement);
  const to = stepKey(event.key, at, all.length, "vertical") ?? lettered(all, at, event.key);
  if (event.key === "Tab") close();
  else if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    all[at]?.click();
  } else if (to !== undefined) {
    event.preventDefault();
    all[to]?.focus();
  }
}

function items(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role=menuitem]:not([aria-disabled=true])")];
}

/** The next item that begins with a letter. */
function lettered(all: readonly HTMLElement[], at: number, key: string): number | undefined {
  if ([...key].length !== 1) return undefined;
  const letter = key.toLocaleLowerCase();
  const order = all.map((_, place) => (at + 1 + place) % all.length);
  return order.find((place) => all[place]?.dataset.name?.toLocaleLowerCase().startsWith(letter));
}
