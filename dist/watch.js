#!/usr/bin/env node
await (await import("./bundle.js")).runWatch(import.meta.dirname);
