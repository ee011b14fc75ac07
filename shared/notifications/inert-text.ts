/**
 * Chats make links of whatever looks like an address. A zero-width space behind the colon keeps the
 * address readable and makes nothing of it.
 */
export const inertText = (text: string): string => text.replaceAll('://', ':\u200b//');

/** Mail programs also make links of names of hosts and of addresses without a scheme. */
export const inertAddresses = (text: string): string =>
  inertText(text).replace(/(?<=[\p{L}\p{N}])([.@])(?=\p{L})/gu, '$1\u200b');
