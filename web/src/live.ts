/**
 * Reloading when the report changes, under `crosscheck serve`. That writes its version into the page; a file opened by
 * double click has none, and then nothing is ever asked for.
 */
const KEY = "crosscheck-scroll";
const LONGEST_WAIT = 30_000;

/** Waits for a newer version, if the page has one. */
export function watchForChanges(): void {
  const written = document.querySelector<HTMLMetaElement>('meta[name="crosscheck-version"]')?.content;
  const version = Number(written);
  if (!written || !Number.isFinite(version)) return;
  restoreScroll();
  void watch(version);
}

async function watch(version: number): Promise<void> {
  for (let wait = 500; ; ) {
    await untilSeen();
    const newest = await newestAfter(version);
    if (newest !== undefined && newest > version) {
      rememberScroll();
      location.reload();
      return;
    }
    say(newest === undefined ? "disconnected: this report is no longer kept up to date" : "");
    wait = newest === undefined ? Math.min(wait * 2, LONGEST_WAIT) : 500;
    // An answer without news came after a long wait of its own; the short pause only keeps a broken one from racing.
    await new Promise((resolve) => setTimeout(resolve, newest === undefined ? wait : 50));
  }
}

/** A page in the background asks for nothing: a browser keeps few connections to one server. */
function untilSeen(): Promise<void> {
  return new Promise((seen) => {
    const look = () => {
      if (document.hidden) return;
      document.removeEventListener("visibilitychange", look);
      seen();
    };
    document.addEventListener("visibilitychange", look);
    look();
  });
}

/** The version there is now; nothing if nobody answers. */
async function newestAfter(version: number): Promise<number | undefined> {
  try {
    const answer = await fetch(`/changes?since=${version}`, { cache: "no-store" });
    if (!answer.ok) return undefined;
    const { version: newest } = (await answer.json()) as { version?: unknown };
    return typeof newest === "number" ? newest : undefined;
  } catch {
    return undefined;
  }
}

/** Shows a message at the edge of the page, or takes it away. */
function say(message: string): void {
  let note = document.getElementById("live");
  if (!note && !message) return;
  if (!note) {
    note = document.createElement("p");
    note.id = "live";
    note.className = "live";
    note.setAttribute("role", "status");
    document.body.append(note);
  }
  if (note.textContent !== message) note.textContent = message;
  note.hidden = message === "";
}

function rememberScroll(): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify([location.hash, window.scrollX, window.scrollY]));
  } catch {
    // Then the page starts at its top.
  }
}

function restoreScroll(): void {
  try {
    const [hash, x, y] = JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as [string?, number?, number?];
    sessionStorage.removeItem(KEY);
    if (hash === location.hash) window.scrollTo(x ?? 0, y ?? 0);
  } catch {
    // As above.
  }
}
