/**
 * Whether a name means a function: `http/start` means `onboarding-local-api-httpstart`. Case and
 * punctuation do not count, because a logical id has none.
 */
export const isFunctionNamed = (functionName: string, name: string): boolean =>
  plain(functionName).endsWith(plain(name));

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
