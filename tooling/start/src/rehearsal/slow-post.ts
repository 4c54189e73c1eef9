import { request } from "node:http";

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
}

interface SlowPost {
  /** Sends the rest of the form and resolves with the answer. */
  finish(): Promise<Answer>;
}

/** Posts a form and stops half way; resolves once the server has taken the request up, for it asked for the body. */
export async function beginPost(
  address: string,
  form: URLSearchParams,
  given: Record<string, string>,
): Promise<SlowPost> {
  const body = Buffer.from(form.toString());
  const half = Math.floor(body.length / 2);
  const post = request(address, {
    method: "POST",
    headers: {
      ...given,
      expect: "100-continue",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": body.length,
    },
  });
  const answer = new Promise<Answer>((resolve, reject) => {
    post.once("error", reject);
    post.once("response", (response) => {
      response.resume();
      response.once("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers }));
    });
  });
  await Promise.race([new Promise<void>((taken) => post.once("continue", () => taken())), answer]);
  post.write(body.subarray(0, half));
  return {
    finish: () => {
      post.end(body.subarray(half));
      return answer;
    },
  };
}
