import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto";

interface Options {
  readonly origin?: string;
  readonly rpId?: string;
  /** Whether its owner unlocks it. */
  readonly verifies?: boolean;
}

/** An authenticator in software: makes one key, and signs with it as WebAuthn says. */
export class SoftAuthenticator {
  readonly id = randomBytes(32);
  /** Counts uses, unless it stays at nought, as those do that are copied between devices. */
  counter = 0;
  readonly #keys: { publicKey: KeyObject; privateKey: KeyObject } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  readonly #options: Required<Options>;
  #userHandle = "";

  constructor({ origin = "https://hall.example", rpId = "hall.example", verifies = true }: Options = {}) {
    this.#options = { origin, rpId, verifies };
  }

  /** What a browser answers to `navigator.credentials.create`, as text. */
  register({ challenge, user }: { challenge: string; user: { id: string } }): string {
    this.#userHandle = user.id;
    const { x = "", y = "" } = this.#keys.publicKey.export({ format: "jwk" });
    const cose = cborMap([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const authData = Buffer.concat([this.#authData(0x40), Buffer.alloc(16), length, this.id, cose]);
    const attestationObject = cborMap([
      ["fmt", "none"],
      ["attStmt", cborMap([])],
      ["authData", authData],
    ]);
    return this.#answer({
      clientDataJSON: this.#clientData("webauthn.create", challenge).toString("base64url"),
      attestationObject: attestationObject.toString("base64url"),
      transports: ["internal", "teleport"],
    });
  }

  /** What a browser answers to `navigator.credentials.get`, as text. */
  assert({ challenge }: { challenge: string }): string {
    const clientData = this.#clientData("webauthn.get", challenge);
    const authData = this.#authData(0);
    const signed = Buffer.concat([authData, createHash("sha256").update(clientData).digest()]);
    return this.#answer({
      clientDataJSON: clientData.toString("base64url"),
      authenticatorData: authData.toString("base64url"),
      signature: sign("sha256", signed, this.#keys.privateKey).toString("base64url"),
      userHandle: this.#userHandle,
    });
  }

  #answer(response: object): string {
    const id = this.id.toString("base64url");
    return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response });
  }

  #clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.#options.origin, crossOrigin: false }));
  }

  #authData(flags: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(this.counter);
    const present = 0x01 | (this.#options.verifies ? 0x04 : 0);
    return Buffer.concat([
      createHash("sha256").update(this.#options.rpId).digest(),
      Buffer.from([present | flags]),
      counter,
    ]);
  }
}

/** As much of CBOR as a key needs; a Buffer made by this function is put in as it is when it is a map already. */
function cborMap(entries: [number | string, number | string | Buffer][]): Buffer {
  const made = Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, value]) => [item(key), item(value)])]);
  maps.add(made);
  return made;
}

const maps = new WeakSet<Buffer>();

function item(value: number | string | Buffer): Buffer {
  if (typeof value === "number") return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  return maps.has(value) ? value : Buffer.concat([head(2, value.length), value]);
}

function head(major: number, length: number): Buffer {
  const type = major << 5;
  if (length < 24) return Buffer.from([type | length]);
  if (length < 256) return Buffer.from([type | 24, length]);
  return Buffer.from([type | 25, length >> 8, length & 255]);
}
