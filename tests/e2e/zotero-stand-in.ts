import { createServer, type Server } from 'node:http';

/** A request as the stand-in got it, its body parsed. */
export interface ConnectorRequest {
  path: string;
  body: { sessionID: string; items: Record<string, unknown>[] } | undefined;
}

/**
 * Answers as Zotero's connector server does by its source (`server.js`, `server_connector.js`): hangs
 * up on a browser that names no version of the interface, knows `ping` and `saveItems`, and saves
 * the items of one session once.
 */
export async function startZotero(isEditable = true): Promise<{
  requests: ConnectorRequest[];
  close(): Promise<void>;
}> {
  const requests: ConnectorRequest[] = [];
  const sessions = new Set<string>();
  const server: Server = createServer((request, response) => {
    const { headers, method = '', url = '' } = request;
    let text = '';
    request.on('data', (piece: Buffer) => (text += piece.toString()));
    request.on('end', () => {
      const end = (status: number, body = '') => response.writeHead(status).end(body);
      if (!headers['x-zotero-connector-api-version']) return void request.socket.destroy();
      const body = text ? (JSON.parse(text) as ConnectorRequest['body']) : undefined;
      requests.push({ path: url, body });
      if (url === '/connector/ping' && method === 'GET')
        return void end(200, '<!DOCTYPE html><html><body>Zotero is running</body></html>');
      if (url !== '/connector/saveItems' || method !== 'POST')
        return void end(404, 'No endpoint found\n');
      if (headers['content-type'] !== 'application/json')
        return void end(400, 'Endpoint does not support content-type\n');
      if (Number(headers['x-zotero-connector-api-version']) < 3)
        return void end(400, '{"error":"CONNECTOR_VERSION_OUTDATED"}');
      if (!body || sessions.has(body.sessionID)) return void end(409, '{"error":"SESSION_EXISTS"}');
      sessions.add(body.sessionID);
      return void (isEditable ? end(201) : end(500, '{"libraryEditable":false}'));
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(23119, '127.0.0.1', resolve);
  });
  return {
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
