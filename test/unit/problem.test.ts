// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how variables look in requirements files
import { describe, expect, test } from "vitest";
import { quoted } from "../../src/dependencies/problem.ts";

describe("a user's text in a message", () => {
  test.each([
    "git+https://github.com/acme/lib@main",
    "git+https://github.com/acme/lib.git@v1.2#subdirectory=py",
    "lib@git+https://github.com/acme/lib@main",
    "https://pypi.example/p@ss/lib-1-py3-none-any.whl",
    "https://pypi.example/%40acme/lib-1-py3-none-any.whl",
    "https://pypi.example:8443/lib",
    "file:///opt/lib",
    "lib@1.0",
    "me@mail.example",
    "libs/@acme",
  ])("is shown as it is when it holds no password: %s", (text) => {
    expect(quoted(text)).toBe(JSON.stringify(text));
  });

  test.each([
    ["git+https://user:pw@github.com/acme/lib@main", "git+https://***@github.com/acme/lib@main"],
    ["git+ssh://git@github.com/acme/lib@main", "git+ssh://***@github.com/acme/lib@main"],
    ["https://user@pypi.example/x@main", "https://***@pypi.example/x@main"],
    ["https://${USER}:${PASSWORD}@pypi.example/x@main", "https://***@pypi.example/x@main"],
    ["https://user:p%40ss@pypi.example/x@main", "https://***@pypi.example/x@main"],
    ["https://me@mail.example:pw@pypi.example/x@main", "https://***@pypi.example/x@main"],
    ["https://user:p@ss@pypi.example:8443/x", "https://***@pypi.example:8443/x"],
    ["lib @ https://user:pw@pypi.example/x ; extra", "lib @ https://***@pypi.example/x ; extra"],
    ["--index-url=https://user:pw@pypi.example/", "--index-url=https://***@pypi.example/"],
  ])("loses user and password of a URL, and nothing else: %s", (text, shown) => {
    expect(quoted(text)).toBe(JSON.stringify(shown));
  });

  test.each([
    ["//tok:en@host", "//***@host"],
    ["//token@host", "//***@host"],
    ["user:pw@host", "***@host"],
    ["token:@host", "***@host"],
    ["https:user:pw@host/x", "***@host/x"],
    ["https:\\\\user:pw@host/x", "***@host/x"],
    ["https:////user:pw@pypi.example/x", "https:////***@pypi.example/x"],
    ["https://user:p/w@pypi.example/x", "https://***@pypi.example/x"],
    ["https://user:1/w@pypi.example/x", "https://***@pypi.example/x"],
    ["https://first.last:1/w@pypi.example/x", "https://***@pypi.example/x"],
    ["https://to/ken@pypi.example/x", "https://***@pypi.example/x"],
    ["https://user:p@s/w@pypi.example/x", "https://***@pypi.example/x"],
    ["https://me@mail.example:1/w@pypi.example/x", "https://***@pypi.example/x"],
    ["https://user:p#w@pypi.example/x", "https://***@pypi.example/x"],
    ["https://user:p?w@pypi.example/x", "https://***@pypi.example/x"],
    ["https://user.name?p:w@pypi.example/x", "https://***@pypi.example/x"],
    ["https://user:pw@pypi.example\\@evil.example/x", "https://***@evil.example/x"],
    ["https://user:pw%40pypi.example/x", "https://***@pypi.example/x"],
    ["https://token%40pypi.example/x", "https://***@pypi.example/x"],
    ["https://pypi.example/x?next=https://user:pw@host/", "https://***@host/"],
    ["git+https://${WHAT}/acme/lib@main", "git+https://***@main"],
    ["git+https://gitlab/acme/lib@main", "git+https://***@main"], // `gitlab/acme/lib` may be a password
  ])("is hidden up to the last @ where the password may end later than the URL says: %s", (text, shown) => {
    expect(quoted(text)).toBe(JSON.stringify(shown));
  });
});
