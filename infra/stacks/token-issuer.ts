/** Whose ID tokens the API accepts, and whom they must be made for. */
export interface TokenIssuer {
  readonly issuer: string;
  readonly audience: string;
}
