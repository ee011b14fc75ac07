/**
 * Stands in for the SDK's discovery of per-account endpoints, which DynamoDB's client brings along,
 * has switched off by default and which would add a cache of its own to every function.
 */
export const resolveEndpointDiscoveryConfig = <Config>(config: Config): Config => config;

const never = () => undefined;

export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: never,
  configFileSelector: never,
  default: undefined,
};
