// The server's socket on loopback: opening it, and closing it whatever connections are open.

import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { refuse } from './reply.ts';
import { sendReply } from './send-reply.ts';
import type { Service } from './serve-request.ts';
import { serveRequest } from './serve-request.ts';
import { deliver } from './spoil-reply.ts';

export interface Listener {
  readonly port: number;
  /** Ends every connection. A second call does nothing. */
  readonly close: () => Promise<void>;
}

/** Listens on 127.0.0.1; port 0 takes any free one. Rejects where the port cannot be opened. */
export async function openListener(service: Service, port: number): Promise<Listener> {
  const { server, sockets } = createListener(service);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return { port: address.port, close: () => closeServer(server, sockets) };
}

/** The open sockets are kept, since closing a server waits for connections that only the client would end. */
function createListener(service: Service): { server: Server; sockets: Set<Socket> } {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    serveRequest(service, request, response).catch(() => {
      if (response.headersSent || request.socket.destroyed) return;
      sendReply(request, response, deliver(refuse(500, 'INTERNAL_ERROR', 'The simulator failed.')));
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return { server, sockets };
}

async function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  for (const socket of sockets) socket.destroy();
  await closed;
}
