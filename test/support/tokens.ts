/** Tokens that the loopback GitHub knows: one may write, the other only read. */
export const WRITE_TOKEN = "ghs_0123456789abcdefghijklmnopqrstuvwxyz";
export const READ_TOKEN = "ghs_zyxwvutsrqponmlkjihgfedcba9876543210";
