import { useLayoutEffect, useRef } from "preact/hooks";
import { outletOf } from "../model/model";
import { claimLink } from "../model/routes";
import { dateOf, STANCE_MEANS, STANCE_VERB } from "../model/wording";
import { EvidenceList, Left, RulingBeside } from "../claim/EvidenceList";
import { useModel } from "../page/context";
import { SourceLink, StanceTag } from "../page/signs";

/** What one source says of one claim, beside the matrix. */
export function CellDialog({ claim: at, source: from, close }: { claim: number; source: number; close: () => void }) {
  const { data, cell: cellOf } = useModel();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    // The browser gives the focus back to the cell when this closes.
    if (element && !element.open) element.showModal();
  }, [at, from]);
  const [claim, source, cell] = [data.claims[at], data.sources[from], cellOf(at, from)];
  if (!claim || !source) return null;
  const stance = cell?.stance ?? "silent";
  const shut = () => dialog.current?.close();
  return (
    <dialog
      ref={dialog}
      class="drawer"
      aria-labelledby="drawer-title"
      onClose={close}
      onClick={(event) => event.target === event.currentTarget && shut()}
    >
      <div class="drawer-body">
        <div class="drawer-head">
          <h2 id="drawer-title">
            <bdi>{outletOf(data, source)}</bdi> {STANCE_VERB[stance]}: <q class="quote"><bdi>{claim.claim}</bdi></q>
          </h2>
          <button type="button" class="close" onClick={shut}>
            Close
          </button>
        </div>
        <p>
          <StanceTag stance={stance} /> {STANCE_MEANS[stance]}.{source.published && <> Published {dateOf(source.published)}.</>}
        </p>
        {cell && <RulingBeside cell={cell} />}
        {cell && <EvidenceList claim={at} cell={cell} />}
        {cell && <Left claim={at} cell={cell} />}
        <p class="onward">
          <a href={claimLink(claim.id, source.id)}>The claim, with all sides</a>
          <SourceLink source={source} />
        </p>
      </div>
    </dialog>
  );
}
