import { useLayoutEffect, useRef } from "preact/hooks";
import type { Place } from "../model/model";
import { useModel } from "../page/context";
import { Entry } from "./EvidenceAside";

/** What a highlight is evidence of, where it is evidence of several claims. */
export function PlacesDialog({ places, close }: { places: Place[]; close: () => void }) {
  const { data } = useModel();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);
  const shut = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class="pop"
      aria-labelledby="pop-title"
      onClose={close}
      onClick={(event) => {
        const outside = event.target === event.currentTarget;
        if (outside || (event.target instanceof Element && event.target.closest("a"))) shut();
      }}
    >
      <div class="drawer-body">
        <div class="drawer-head">
          <h2 id="pop-title">This passage bears on {new Set(places.map(({ claim }) => claim)).size} claims</h2>
          <button type="button" class="close" onClick={shut}>
            Close
          </button>
        </div>
        <ol>
          {places.map((place, index) => {
            const source = data.sources[place.source];
            return source ? <Entry key={index} source={source} place={place} here={false} /> : null;
          })}
        </ol>
      </div>
    </dialog>
  );
}
