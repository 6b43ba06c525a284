/** Line end, and the bytes that give JSON its structure. */
export const newline = 0x0a;
export const carriageReturn = 0x0d;
export const quote = 0x22;
export const comma = 0x2c;
export const colon = 0x3a;
export const bracketOpen = 0x5b;
export const backslash = 0x5c;
export const bracketClose = 0x5d;
export const braceOpen = 0x7b;
export const braceClose = 0x7d;

/** 1 for every byte that means nothing to the structure outside strings. */
export const isPlain = new Uint8Array(256).fill(1);
for (const byte of [quote, comma, colon, bracketOpen, bracketClose, braceOpen, braceClose]) isPlain[byte] = 0;
