import { useEffect, useRef, useState } from "preact/hooks";
import { searchLink, type Route } from "../model/routes";
import { ThemeChoice } from "./ThemeChoice";

const PLACES = [
  ["overview", "#/", "Overview"],
  ["graph", "#/graph", "Graph"],
  ["timeline", "#/timeline", "Timeline"],
  ["method", "#/method", "Method"],
] as const;

/** What stands above every view. */
export function Header({ route }: { route: Route }) {
  return (
    <header class="head">
      <a class="brand" href="#/">
        crosscheck
      </a>
      <nav aria-label="Views">
        <ul class="places">
          {PLACES.map(([view, link, name]) => (
            <li key={view}>
              <a href={link} {...(route.view === view ? { "aria-current": "page" as const } : {})}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <SearchBox query={route.view === "search" ? route.query : ""} />
      <ThemeChoice />
    </header>
  );
}

function SearchBox({ query }: { query: string }) {
  const [text, setText] = useState(query);
  const box = useRef<HTMLInputElement>(null);
  useShortcut(box);
  useEffect(() => {
    // Not while one types: an address that lags behind would take letters away.
    if (document.activeElement !== box.current) setText(query);
  }, [query]);
  useEffect(() => {
    if (text.trim() === query.trim() || document.activeElement !== box.current) return;
    const timer = setTimeout(() => go(text), 150);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <form role="search" class="search-box" onSubmit={(event) => submit(event, text)}>
      <input
        ref={box}
        type="search"
        data-keeps-focus
        aria-label="Search claims, quotes, texts and outlets"
        aria-keyshortcuts="Control+K Meta+K"
        placeholder="Search  (Ctrl K)"
        autocomplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}

function submit(event: Event, text: string): void {
  event.preventDefault();
  go(text);
}

/** From one search to the next the history grows by nothing. */
function go(text: string): void {
  const link = searchLink(text.trim());
  if (location.hash === link || (text.trim() === "" && !location.hash.startsWith("#/search"))) return;
  if (location.hash.startsWith("#/search")) location.replace(link);
  else location.hash = link;
}

/** The key `/` goes to the search, unless one is typing. */
function useShortcut(box: { current: HTMLInputElement | null }): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wanted = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!wanted || (event.target instanceof Element && event.target.closest("dialog"))) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
