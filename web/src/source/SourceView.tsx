import { useMemo, useState } from "preact/hooks";
import type { Source } from "../data";
import { outletOf, type Place } from "../model/model";
import { dateOf, counted } from "../model/wording";
import { useModel } from "../page/context";
import { EvidenceAside } from "./EvidenceAside";
import { FullText } from "./FullText";
import { PlacesDialog } from "./PlacesDialog";
import { Shared, sharedOf } from "./Shared";

/** A source: what is known of it, and its text with all evidence in place. */
export function SourceView({ index, start }: { index: number; start: number | undefined }) {
  const model = useModel();
  const { data } = model;
  const places = useMemo(() => model.placesIn(index), [model, index]);
  const shared = useMemo(() => sharedOf(data, index), [data, index]);
  const [other, setOther] = useState<number>();
  const [chosen, setChosen] = useState<Place[]>();
  const source = data.sources[index];
  if (!source) return null;
  const left = model.claimsOf(index).reduce((sum, claim) => sum + (model.cell(claim, index)?.left ?? 0), 0);
  const passages = shared.filter((passage) => passage.other === other);
  return (
    <>
      <p class="kicker">
        <bdi>{outletOf(data, source)}</bdi>
        {source.published && <>, {dateOf(source.published)}</>}
      </p>
      <h1 tabIndex={-1}>
        <bdi>{source.title ?? source.id}</bdi>
      </h1>
      <About source={source} />
      <Shared shared={shared} other={other} choose={setOther} />
      <div class="source-body">
        <section aria-labelledby="text-title" class="text-part">
          <h2 id="text-title">The text</h2>
          <p class="hint">
            {source.text === ""
              ? "Its text is not in this page; the quotes are in the list of evidence."
              : `${counted(places.length, "piece")} of evidence marked; a mark leads to the claim it bears on.`}
            {left > 0 && ` This file has no room for ${counted(left, "more piece")} in this text.`}
          </p>
          <FullText source={source} places={places} shared={passages} start={start} choose={setChosen} />
        </section>
        <EvidenceAside source={source} places={places} start={start} />
      </div>
      {chosen && <PlacesDialog places={chosen} close={() => setChosen(undefined)} />}
    </>
  );
}

function About({ source }: { source: Source }) {
  return (
    <dl class="about">
      <Fact name="Address">{source.url ? <Address url={source.url} /> : null}</Fact>
      <Fact name="Name in the report">
        <code>{source.id}</code>
      </Fact>
      <Fact name="File">
        <code>{source.file}</code>
      </Fact>
      <Fact name="SHA-256">
        <code class="hash">{source.sha256}</code>
      </Fact>
      <Fact name="Note">{source.note ? <bdi>{source.note}</bdi> : null}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: preact.ComponentChildren }) {
  if (!children) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Only an address of the web is a link: a source's metadata may hold anything. */
export function Address({ url }: { url: string }) {
  return /^https?:\/\//i.test(url) ? (
    <a href={url} rel="noreferrer noopener" class="outside">
      <bdi>{url}</bdi>
    </a>
  ) : (
    <bdi>{url}</bdi>
  );
}
