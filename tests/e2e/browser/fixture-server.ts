import {
  createServer as createHttp,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp, type AddressInfo, type Socket } from 'node:net';
import { makeCertificate } from './certificate';

/** One request the browser made, whether or not anything answered it. */
export interface SeenRequest {
  at: number;
  method: string;
  host: string;
  /** Path and query. */
  path: string;
  /** The page or extension that asked, where the browser said so. */
  origin?: string;
  headers: IncomingHttpHeaders;
  answered: boolean;
}

export type Answer =
  | string
  | Buffer
  | {
      status?: number;
      headers?: Record<string, string>;
      /** Pieces are sent as they come; the connection is cut where they throw. */
      body?: string | Buffer | AsyncIterable<Buffer>;
      delayMs?: number;
    };

/** Answers a request; undefined refuses it, as if the host were not there. */
export type Handler = (request: SeenRequest) => Answer | undefined | Promise<Answer | undefined>;

/** A stand-in for the whole network: known addresses are answered, all others refused; all logged. */
export interface FixtureServer {
  port: number;
  requests: SeenRequest[];
  /** Answers one address, query included, with these bytes. */
  serve(url: string, answer: Answer | Handler): void;
  /** Answers whatever else is asked of one host. */
  serveHost(host: string, handler: Handler): void;
  /** Every host that was asked for anything, without those Chromium asks for itself; sorted. */
  hosts(): string[];
  close(): Promise<void>;
}

// What Chromium itself looks for when it starts, with no extension loaded.
const BROWSERS_OWN = new Set([
  'accounts.google.com',
  'android.clients.google.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'edgedl.me.gvt1.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'safebrowsingohttpgateway.googleapis.com',
  'update.googleapis.com',
  'www.google.com',
]);

/** Starts the server on a free loopback port; it speaks http and https on the same one. */
export async function startFixtureServer(): Promise<FixtureServer> {
  const requests: SeenRequest[] = [];
  const byAddress = new Map<string, Handler>();
  const byHost = new Map<string, Handler>();
  const sockets = new Set<Socket>();

  const onRequest = async (message: IncomingMessage, response: ServerResponse) => {
    const host = (message.headers.host ?? '').replace(/:\d+$/, '');
    const path = message.url ?? '/';
    const origin = message.headers.origin;
    const seen: SeenRequest = {
      at: Date.now(),
      method: message.method ?? 'GET',
      host,
      path,
      ...(origin ? { origin } : {}),
      headers: message.headers,
      answered: false,
    };
    requests.push(seen);
    message.resume();
    const answer = await (byAddress.get(host + path) ?? byHost.get(host))?.(seen);
    if (answer === undefined) return void message.socket.destroy();
    seen.answered = true;
    await send(response, answer, path);
  };

  const secure = createHttps(makeCertificate(), onRequest);
  const plain = createHttp(onRequest);
  secure.on('tlsClientError', () => {});
  const front = createTcp((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    socket.once('data', (first) => {
      socket.pause();
      socket.unshift(first);
      const isTls = first[0] === 0x16;
      (isTls ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready));

  return {
    port: (front.address() as AddressInfo).port,
    requests,
    serve(url, answer) {
      const { hostname, pathname, search } = new URL(url);
      byAddress.set(hostname + pathname + search, handlerOf(answer));
    },
    serveHost(host, handler) {
      byHost.set(host, handler);
    },
    hosts() {
      const asked = new Set(requests.map((request) => request.host));
      return [...asked].filter((host) => !BROWSERS_OWN.has(host)).sort();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => front.close(() => closed()));
    },
  };
}

function handlerOf(answer: Answer | Handler): Handler {
  return typeof answer === 'function' ? answer : () => answer;
}

async function send(response: ServerResponse, answer: Answer, path: string): Promise<void> {
  const isBare = typeof answer === 'string' || Buffer.isBuffer(answer);
  const { status = 200, headers = {}, body = '', delayMs = 0 } = isBare ? { body: answer } : answer;
  if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
  response.writeHead(status, { 'content-type': contentType(path), ...headers });
  if (typeof body === 'string' || Buffer.isBuffer(body)) return void response.end(body);
  try {
    for await (const piece of body) {
      if (response.destroyed) return;
      response.write(piece);
    }
    response.end();
  } catch {
    response.destroy();
  }
}

function contentType(path: string): string {
  const extension = /\.(\w+)(?:\?|$)/.exec(path)?.[1] ?? '';
  const known: Record<string, string> = {
    css: 'text/css',
    js: 'text/javascript',
    json: 'application/json',
    pdf: 'application/pdf',
    png: 'image/png',
    txt: 'text/plain; charset=utf-8',
    xml: 'application/xml',
  };
  return known[extension] ?? 'text/html; charset=utf-8';
}
