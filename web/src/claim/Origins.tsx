import type { Claim, OriginGroup } from "../data";
import { listed } from "../model/wording";
import { useModel } from "../page/context";
import { SourceLink, StanceSign } from "../page/signs";

/** Where the evidence comes from: what is one origin, and why. */
export function Origins({ claim }: { claim: Claim }) {
  if (claim.origin_groups.length === 0) return null;
  return (
    <section aria-labelledby="origins">
      <h2 id="origins">Origins</h2>
      <p class="hint">
        An origin is where evidence comes from: outlets that carry the same words, or quote the same speaker, are one.
      </p>
      <ul class="origins">
        {claim.origin_groups.map((group) => (
          <Group key={`${group.side}-${group.number}`} group={group} />
        ))}
      </ul>
    </section>
  );
}

function Group({ group }: { group: OriginGroup }) {
  const { data, sourceIndex } = useModel();
  const sources = group.sources.flatMap((id) => data.sources[sourceIndex.get(id) ?? -1] ?? []);
  return (
    <li class={group.side}>
      <p>
        <StanceSign stance={group.side} /> <strong>Origin {group.number}</strong> {group.side}:{" "}
        <bdi>{listed(group.outlets)}</bdi>
      </p>
      {group.why.length > 0 && (
        <ul class="why-one">
          {group.why.map((why) => (
            <li key={why}>
              one origin: <bdi>{why}</bdi>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{sources.length === 1 ? "Its source" : `Its ${sources.length} sources`}</summary>
        <ul>
          {sources.map((source) => (
            <li key={source.id}>
              <SourceLink source={source} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
