import { ClaimView } from "../claim/ClaimView";
import { GraphView } from "../graph/GraphView";
import { MethodView } from "../method/MethodView";
import { Overview } from "../overview/Overview";
import { SearchView } from "../search/SearchView";
import { SourceView } from "../source/SourceView";
import { TimelineView } from "../timeline/TimelineView";
import type { Route } from "../model/routes";
import { useModel } from "./context";
import { Header } from "./Header";
import { useArrival, useNavigation } from "./navigation";

/** The whole page. */
export function App() {
  const navigation = useNavigation();
  const { data } = useModel();
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Header route={navigation.route} />
      <main id="main" class={`view view-${navigation.route.view}`}>
        <View route={navigation.route} />
      </main>
      <footer class="foot">
        <p>
          crosscheck {data.engine} says what sources say, never what is true. Silence is not agreement.{" "}
          <a href="#/method">How it decides</a>
        </p>
      </footer>
      <Arrival navigation={navigation} />
    </>
  );
}

/** The address belongs to the views, so the link moves the focus itself. */
function skip(event: Event): void {
  event.preventDefault();
  document.querySelector<HTMLElement>("#main h1")?.focus();
}

/** Comes last, so that the view is there when it looks for it. */
function Arrival({ navigation }: { navigation: ReturnType<typeof useNavigation> }) {
  useArrival(navigation);
  return null;
}

function View({ route }: { route: Route }) {
  const { data, claimIndex, sourceIndex } = useModel();
  switch (route.view) {
    case "overview":
      return <Overview filters={route.filters} />;
    case "claim": {
      const index = claimIndex.get(route.claim);
      if (index === undefined) return <Nowhere what={`No claim is called “${route.claim}”.`} />;
      return <ClaimView key={route.claim} index={index} opened={sourceIndex.get(route.source ?? "")} />;
    }
    case "source": {
      const index = sourceIndex.get(route.source);
      if (index === undefined) return <Nowhere what={`No source is called “${route.source}”.`} />;
      return <SourceView key={route.source} index={index} start={route.start} />;
    }
    case "graph":
      return <GraphView data={data} />;
    case "timeline":
      return <TimelineView data={data} />;
    case "search":
      return <SearchView query={route.query} />;
    case "method":
      return <MethodView />;
    case "nowhere":
      return <Nowhere what="There is nothing at this address." />;
  }
}

function Nowhere({ what }: { what: string }) {
  return (
    <>
      <h1 tabIndex={-1}>Not here</h1>
      <p>
        <bdi>{what}</bdi> <a href="#/">To the overview</a>
      </p>
    </>
  );
}
