import { array, assert, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";

import { sha256 } from "../../src/evidence/digest.ts";
import { readBytes, fileOf, readLines } from "../../src/evidence/file.ts";
import { cut } from "../support/pieces.ts";

test("a file in memory says its size in bytes and its digest, and is read as often as anybody likes", () => {
  const file = fileOf("evidence.json", "é\n");

  expect(file).toMatchObject({ name: "evidence.json", size: 3, sha256: sha256("é\n") });
  expect([readBytes(file), readBytes(file)]).toEqual([Buffer.from("é\n"), Buffer.from("é\n")]);
  expect(readBytes(cut(fileOf("none", ""), 1))).toEqual(Buffer.alloc(0));
});

test("wherever the content is cut, its bytes and lines are the same", () => {
  const texts = array(constantFrom("\n", "a", "é", "🔑", "\r"), { maxLength: 40 });
  assert(
    property(texts, integer({ min: 1, max: 9 }), (texts_, length) => {
      const text = texts_.join("");
      const file = cut(fileOf("records.ndjson", text), length);

      expect(readBytes(file).toString()).toBe(text);
      expect([...readLines(file)]).toEqual(
        text
          .replace(/\n$/, "")
          .split("\n")
          .slice(text === "" ? 1 : 0),
      );
    }),
  );
});
