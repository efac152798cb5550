/** Values that tools read wrongly when they were not written with care: for tests of what is exported. */
import fc from "fast-check";

/** Each of these means something in some configuration file, shell or language. */
const awkward = [
  ..." \t'\"`$\\!#;%&|<>(){}[]*?~^=:,-+@/._aZ09nNsux\u00e9\u00df\u4e2d",
  ..."\n\r\v\f\0\u0001\u001b\u001c\u007f\u0085\u00a0\u2003\u2028\u2029\ufeff\ufffd\uffff",
  ...[
    "\ud83d\ude00",
    "e\u0301",
    "${",
    "$${",
    "%{",
    "%%",
    "%(a)s",
    "%(",
    ")s",
    '"""',
    "'''",
    "\r\n",
    "\\n",
    "\\u0041",
    " #",
    " ;",
  ],
];

/** YAML and other languages take these for something else than text. */
const notText = [
  ...[
    "yes",
    "No",
    "on",
    "OFF",
    "y",
    "n",
    "true",
    "False",
    "null",
    "Null",
    "~",
    "=",
    "<<",
    "-",
    "---",
    "...",
    "!",
    "&a",
  ],
  ...[
    "0",
    "-1",
    "+1",
    "1_000",
    "0x1F",
    "0o7",
    "017",
    "0b1",
    "1e3",
    "1.5",
    ".5",
    ".inf",
    "-.INF",
    ".NaN",
    "1:20",
    "190:20:30",
  ],
  ...[
    "2026-01-02",
    "2026-01-02T03:04:05Z",
    "!!binary aGk=",
    "{a: b}",
    "[a]",
    "a: b",
    "a #b",
    "@a",
    "*a",
    "|",
    ">",
    "%TAG",
  ],
];

const printable = Array.from({ length: 0x7e - 0x20 }, (_, index) => String.fromCharCode(0x21 + index));

/** As a generator of passwords makes them: what ASCII has that can be seen. */
export const realisticValue = fc.string({ unit: fc.constantFrom(...printable), minLength: 8, maxLength: 40 });

export const awkwardValue = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: fc.constantFrom(...awkward), minLength: 1, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", minLength: 1 }) },
  { weight: 2, arbitrary: fc.string({ unit: "grapheme", minLength: 1 }) },
  { weight: 1, arbitrary: fc.constantFrom(...notText) },
  { weight: 2, arbitrary: realisticValue },
);

export const longValue = fc.string({ unit: fc.constantFrom(...printable, " "), minLength: 4096, maxLength: 4096 });
