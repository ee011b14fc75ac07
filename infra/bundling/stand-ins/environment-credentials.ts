import { fromEnv } from '@aws-sdk/credential-provider-env';

/**
 * Stands in for the SDK's chain of credential providers inside a bundle. Lambda hands credentials
 * over in the environment and nowhere else; the chain's SSO, login, ini and process providers would
 * cost size and start-up, and could only ever pick up something unintended.
 */
export const defaultProvider = fromEnv;
