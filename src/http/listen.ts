import type { FastifyInstance } from "fastify";
import { ExposureError } from "../domain/errors.js";

/**
 * Listens, and answers with the address, for example http://127.0.0.1:4000. Port 0: any free one.
 * @throws CONFLICT where the port is in use or may not be used, or the host is none of this machine's.
 */
export async function listen(app: FastifyInstance, host: string, port: number): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (fault) {
    throw cannotListen(fault, host, port);
  }
}

function cannotListen(fault: unknown, host: string, port: number): unknown {
  const code = fault instanceof Error && "code" in fault ? fault.code : null;
  const message =
    code === "EADDRINUSE"
      ? `Port ${port} is in use: stop what listens there, or choose another port`
      : code === "EACCES"
        ? `Port ${port} may not be used by this account: choose one above 1023`
        : code === "EADDRNOTAVAIL" || code === "ENOTFOUND"
          ? `"${host}" is no address of this machine: listen on 127.0.0.1 or 0.0.0.0`
          : null;
  return message === null ? fault : new ExposureError("CONFLICT", message, { cause: fault });
}
