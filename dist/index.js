#!/usr/bin/env node
await (await import("./bundle.js")).runAction(import.meta.dirname);
