/** What went wrong, as a kind that each door (page, API, sync) turns into its own answer. */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "too-large"
  | "limited"
  | "unavailable";

export type ErrorParams = Readonly<Record<string, string | number>>;

/** Field name to code; several where several things are wrong with one field, each as "code?name=value" if it has values. */
export type FieldCodes = Readonly<Record<string, string | readonly string[]>>;

/**
 * An expected failure with a stable code (`people.identity-taken`), values for its message, and the
 * input fields it belongs to. Words are found in one place, by code; this holds none for people.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly kind: ErrorKind;
  readonly code: string;
  readonly params: ErrorParams;
  /** For errors that stand beside a field. */
  readonly fields: FieldCodes;

  constructor(kind: ErrorKind, code: string, params: ErrorParams = {}, fields: FieldCodes = {}) {
    super(code);
    this.kind = kind;
    this.code = code;
    this.params = params;
    this.fields = fields;
  }
}

export const invalid = (code: string, fields: FieldCodes = {}, params: ErrorParams = {}) =>
  new AppError("invalid", code, params, fields);
export const unauthenticated = (code = "auth.sign-in-needed") => new AppError("unauthenticated", code);
export const forbidden = (code = "core.forbidden", params: ErrorParams = {}) => new AppError("forbidden", code, params);
export const notFound = (code = "core.not-found", params: ErrorParams = {}) => new AppError("not-found", code, params);
export const conflict = (code: string, params: ErrorParams = {}, fields: FieldCodes = {}) =>
  new AppError("conflict", code, params, fields);
export const tooLarge = (code: string, params: ErrorParams = {}) => new AppError("too-large", code, params);
export const limited = (code: string, params: ErrorParams = {}) => new AppError("limited", code, params);
export const unavailable = (code: string, params: ErrorParams = {}) => new AppError("unavailable", code, params);

/** The status that HTTP has for each kind. */
export const httpStatus: Readonly<Record<ErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  "too-large": 413,
  limited: 429,
  unavailable: 503,
};
