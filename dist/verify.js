#!/usr/bin/env node
await (await import("./bundle.js")).runVerify(import.meta.dirname);
