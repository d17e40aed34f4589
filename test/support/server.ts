import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
};

export interface Served {
  /** Address of the project's root, without a slash at the end. */
  readonly url: string;
  /** Serves a page of a test's own under a path. */
  page(path: string, html: string, headers?: Readonly<Record<string, string>>): void;
  /** Answers what is asked under a path by a test's own means: slowly, in pieces, or never. */
  answer(path: string, listener: RequestListener): void;
  /** Holds scripts back, in milliseconds. */
  delayScripts(ms: number): void;
  /** Holds scripts back until what it returns is called. */
  holdScripts(): () => void;
  close(): Promise<void>;
}

/** A plain static server of the project's root, or of another folder, as a stranger's host would be. */
export async function serve(root = process.cwd()): Promise<Served> {
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();
  const listeners = new Map<string, RequestListener>();
  let delay = 0;
  let held: Promise<void> | undefined;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const listener = listeners.get(path);
    if (listener) return void listener(request, response);
    const own = pages.get(path);
    if (own) {
      response.writeHead(200, { 'content-type': TYPES['.html'], ...own.headers });
      response.end(own.html);
      return;
    }
    const file = join(root, normalize(path));
    if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404);
      response.end();
      return;
    }
    const send = (): void => {
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    };
    if (extname(file) === '.js' && held) void held.then(send);
    else if (extname(file) === '.js' && delay > 0) setTimeout(send, delay);
    else send();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    page: (path, html, headers = {}) => void pages.set(path, { html, headers }),
    answer: (path, listener) => void listeners.set(path, listener),
    delayScripts: ms => {
      delay = ms;
    },
    holdScripts: () => {
      let release = (): void => undefined;
      held = new Promise(resolve => (release = resolve));
      return () => {
        held = undefined;
        release();
      };
    },
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
