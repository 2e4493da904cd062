/** Reads the report out of the page and draws it. */
import { render } from "preact";
import { watchForChanges } from "./live";
import { modelOf } from "./model/model";
import { unpack, type Packed } from "./packed";
import { App } from "./page/App";
import { ModelContext } from "./page/context";
import { watchPrinting } from "./print/printing";

/** Characters that turn the direction of a text around show as such: a quote must not read otherwise than it is. */
const shown = (text: string) => text.replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");

const root = document.getElementById("app");
const given = document.getElementById("data")?.textContent;

if (root && given) {
  const model = modelOf(unpack(JSON.parse(shown(given)) as Packed));
  render(
    <ModelContext.Provider value={model}>
      <App />
    </ModelContext.Provider>,
    root,
  );
  watchPrinting(model, root);
  watchForChanges();
}
