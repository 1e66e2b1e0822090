#!/usr/bin/env node
await (await import("./bundle.js")).runVerifyThread(import.meta.dirname);
