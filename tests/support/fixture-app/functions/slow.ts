/** Takes longer than its time limit. */
export const handler = () => new Promise((resolve) => setTimeout(resolve, 30_000));
