/** Port to a secret; read again now and then, so that a rotation needs no deployment. */
export interface Secret {
  read(): Promise<string>;
}
