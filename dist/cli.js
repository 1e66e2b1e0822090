#!/usr/bin/env node
await (await import("./bundle.js")).runCli(import.meta.dirname);
