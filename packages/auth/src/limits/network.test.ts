import fc from "fast-check";
import { expect, test } from "vitest";
import { networkOf } from "./network.ts";

test("an IPv4 address is its own network, also where it is written as IPv6", () => {
  const home = { near: "203.0.113.7", wide: null };
  expect(networkOf("203.0.113.7")).toEqual(home);
  expect(networkOf("::ffff:203.0.113.7")).toEqual(home);
  expect(networkOf("::ffff:cb00:7107")).toEqual(home);
  expect(networkOf("0:0:0:0:0:FFFF:cb00:7107")).toEqual(home);
});

test("IPv6 is counted by what one subscriber has, however it is spelled", () => {
  const home = { near: "2001:db8:7:12::/64", wide: "2001:db8:7::/48" };
  for (const spelled of [
    "2001:db8:7:12::1",
    "2001:0DB8:0007:0012:ffff:ffff:ffff:ffff",
    "2001:db8:7:12:0:0:203.0.113.7",
    "2001:db8:7:12::1%eth0",
  ])
    expect(networkOf(spelled)).toEqual(home);
  expect(networkOf("2001:db8:7:13::1")).toEqual({ ...home, near: "2001:db8:7:13::/64" });
});

test("whoever walks through his own /64 stays where he is", () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16));
  fc.assert(
    fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), (host) => {
      expect(networkOf(`2001:db8:7:12:${host.join(":")}`)?.near).toBe("2001:db8:7:12::/64");
    }),
  );
});

test.each([null, "", "unknown", "127.0.0.1", "::1", "::", "::ffff:127.0.0.1", "1.2.3", "203.0.113.7, 10.0.0.1"])(
  "%j says nothing of who comes",
  (ip) => {
    expect(networkOf(ip)).toBeNull();
  },
);
