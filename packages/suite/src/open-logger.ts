import { type DestinationStream, type Logger, pino } from "pino";

/**
 * One line of JSON for each event. Errors say what they are, and not what they hold: one of the database carries its
 * whole client, password and all.
 */
export function openLogger(level: string, destination: DestinationStream = pino.destination(1)): Logger {
  return pino(
    {
      level,
      base: null,
      redact: ["req.headers.cookie", "req.headers.authorization"],
      serializers: { err: errorLine },
    },
    destination,
  );
}

function errorLine(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    name,
    message,
    stack,
    ...("code" in error && { code: error.code }),
    ...(cause !== undefined && { cause: errorLine(cause) }),
  };
}
