import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listingPage, paperPage } from './page';

/** Serves the demo listing on loopback; answers its address and the way to stop. */
export async function serveDemo(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const body =
      path === '/papers/' ? listingPage() : paperPage(Number(/^\/paper\/(\d+)$/.exec(path)?.[1]));
    if (path === '/') response.writeHead(302, { location: '/papers/' }).end();
    else
      response
        .writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
        .end(body ?? 'There is no such page in the demo.');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/papers/`,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}
