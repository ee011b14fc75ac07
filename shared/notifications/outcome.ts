/** How an attempt ended. A failure knows whether trying again can help. */
export type Outcome =
  | { readonly result: 'delivered'; readonly statusCode: number | null }
  | {
      readonly result: 'failed';
      readonly statusCode: number | null;
      readonly error: string;
      readonly retry: boolean;
      readonly retryAfterSeconds?: number;
      /** The receiver wants nothing any more: its endpoint is disabled. */
      readonly gone?: boolean;
    };

export const neverAgain = (error: string): Outcome => ({
  result: 'failed',
  statusCode: null,
  error,
  retry: false,
});
