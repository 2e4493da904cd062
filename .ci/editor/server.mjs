// The YAML server that editors use, started over its standard input and output, with nothing to be had from a network.

import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { StreamMessageReader, StreamMessageWriter, createMessageConnection } from "vscode-jsonrpc/node.js";

/// Longest that an answer may take, in milliseconds.
const PATIENCE = 30_000;

const require = createRequire(import.meta.url);

/// The program that the package of the server installs.
function program() {
  const manifest = require.resolve("yaml-language-server/package.json");
  return join(dirname(manifest), require(manifest).bin["yaml-language-server"]);
}

const settings = {
  yaml: { validate: true, hover: true, completion: true, schemaStore: { enable: false } },
  http: {},
  editor: { tabSize: 2 },
};

/// A server that has been started for the folder, and knows of no schema but those that its files name.
export class Server {
  static async start(folder) {
    const server = new Server();
    // A proxy that is not there: whoever asks for an address gets none.
    const env = { ...process.env, HTTP_PROXY: "http://127.0.0.1:9", HTTPS_PROXY: "http://127.0.0.1:9" };
    server.process = spawn(process.execPath, [program(), "--stdio"], { env, stdio: ["pipe", "pipe", "inherit"] });
    const { stdin, stdout } = server.process;
    server.connection = createMessageConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    server.found = new Map();
    server.waiting = new Map();
    server.connection.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => {
      server.found.set(uri, diagnostics);
      server.waiting.get(uri)?.(diagnostics);
    });
    server.connection.onRequest("workspace/configuration", ({ items }) =>
      items.map(({ section }) => settings[section.replace(/^\[|\]$/g, "")] ?? {}),
    );
    server.connection.onRequest("client/registerCapability", () => null);
    server.connection.listen();
    const uri = pathToFileURL(folder).href;
    await server.ask("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "case" }],
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: true, documentationFormat: ["markdown", "plaintext"] } },
          hover: { contentFormat: ["markdown", "plaintext"] },
        },
        workspace: { configuration: true, workspaceFolders: true },
      },
    });
    await server.connection.sendNotification("initialized", {});
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings });
    return server;
  }

  /// The answer to a request.
  async ask(method, params) {
    let timer;
    const late = new Promise((_, refuse) => {
      timer = setTimeout(() => refuse(new Error(`no answer to ${method}`)), PATIENCE);
    });
    return Promise.race([this.connection.sendRequest(method, params), late]).finally(() => clearTimeout(timer));
  }

  /// Opens `text` as the file at `path`, and waits for what is wrong with it.
  async open(path, text) {
    const uri = pathToFileURL(path).href;
    const problems = new Promise((tell, refuse) => {
      const timer = setTimeout(() => refuse(new Error(`no diagnostics of ${path}`)), PATIENCE);
      this.waiting.set(uri, (diagnostics) => {
        clearTimeout(timer);
        tell(diagnostics);
      });
    });
    const textDocument = { uri, languageId: "yaml", version: 1, text };
    await this.connection.sendNotification("textDocument/didOpen", { textDocument });
    return { uri, text, problems: await problems };
  }

  async close({ uri }) {
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  /// What may be written at a place.
  async completions(file, position) {
    const answer = await this.ask("textDocument/completion", { textDocument: { uri: file.uri }, position });
    return Array.isArray(answer) ? answer : answer.items;
  }

  /// What is said of the word at a place.
  async hover(file, position) {
    const answer = await this.ask("textDocument/hover", { textDocument: { uri: file.uri }, position });
    const contents = answer?.contents;
    return typeof contents === "string" ? contents : (contents?.value ?? "");
  }

  async stop() {
    await this.ask("shutdown");
    await this.connection.sendNotification("exit");
    this.connection.dispose();
    this.process.kill();
  }
}
