/** Going from view to view: address, title, focus, and where one had scrolled to. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { parseRoute, type Route } from "../model/routes";

export interface Navigation {
  route: Route;
  hash: string;
  /** Whether one came back to a view one had left. */
  returned: boolean;
}

/** Where each visited entry of the history was scrolled to. */
const scrolls = new Map<number, number>();
let entry = 0;
let entries = 0;

/** Changes the address without leaving the view. */
export function replaceAddress(hash: string): void {
  try {
    history.replaceState({ entry }, "", hash);
  } catch {
    // Some browsers refuse this to a file; the address is then only less precise.
  }
}

/** The entry of the history one is at, and whether one was there before. */
function arrive(): boolean {
  const known: unknown = history.state?.entry;
  const returned = typeof known === "number" && scrolls.has(known);
  entry = returned ? known : (entries += 1);
  if (!returned) replaceAddress(location.hash || "#/");
  return returned;
}

const now = (returned: boolean): Navigation => ({ route: parseRoute(location.hash), hash: location.hash, returned });

/** The view to show, as the address has it. */
export function useNavigation(): Navigation {
  const [navigation, setNavigation] = useState(() => {
    if ("scrollRestoration" in history) history.scrollRestoration = "manual";
    return now(arrive());
  });
  useEffect(() => {
    const change = () => setNavigation(now(arrive()));
    const scroll = () => scrolls.set(entry, window.scrollY);
    scroll();
    window.addEventListener("hashchange", change);
    window.addEventListener("scroll", scroll, { passive: true });
    return () => {
      window.removeEventListener("hashchange", change);
      window.removeEventListener("scroll", scroll);
    };
  }, []);
  return navigation;
}

/** After going to another view: says where one is, and puts focus and scrolling right. */
export function useArrival(navigation: Navigation): void {
  const first = useRef(true);
  useLayoutEffect(() => {
    const heading = document.querySelector<HTMLElement>("#main h1");
    document.title = `${heading?.textContent ?? "Report"} – crosscheck`;
    const target = document.querySelector<HTMLElement>("[data-arrive]");
    if (target) {
      target.scrollIntoView({ block: "center" });
      target.focus({ preventScroll: true });
    } else if (!first.current) {
      // One who types into the search stays there.
      if (!document.activeElement?.matches("[data-keeps-focus]")) heading?.focus({ preventScroll: true });
      window.scrollTo(0, navigation.returned ? (scrolls.get(entry) ?? 0) : 0);
    }
    scrolls.set(entry, window.scrollY);
    first.current = false;
  }, [navigation]);
}
