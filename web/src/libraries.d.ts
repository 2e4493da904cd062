/** What is bundled into the page; `build.mjs` fills it in from the packages' own manifests. */
declare const LIBRARIES: { name: string; version: string; license: string }[];
