/** For packages that a client looks for and does without: native code, and embeddings that it would download. */
export {};
