/** Drawing the report for paper, when it is printed and not before: it is long. */
import { render } from "preact";
import type { Model } from "../model/model";
import { ModelContext } from "../page/context";
import { PrintReport } from "./PrintReport";

/** Puts the whole report beside the view while the page is printed. */
export function watchPrinting(model: Model, app: HTMLElement): void {
  const paper = document.createElement("div");
  paper.id = "paper";
  app.after(paper);
  let drawn = false;
  const draw = () => {
    if (drawn) return;
    drawn = true;
    render(
      <ModelContext.Provider value={model}>
        <PrintReport />
      </ModelContext.Provider>,
      paper,
    );
  };
  const clear = () => {
    drawn = false;
    render(null, paper);
  };
  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", clear);
  const printing = window.matchMedia("print");
  printing.addEventListener("change", ({ matches }) => (matches ? draw() : clear()));
  if (printing.matches) draw();
}
