import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Model } from "../model/model";

export const ModelContext = createContext<Model | undefined>(undefined);

/** The report that the page shows. */
export function useModel(): Model {
  const model = useContext(ModelContext);
  if (!model) throw new Error("outside of the page");
  return model;
}
