import type { Instance } from './instance.ts';

/** All running instances by the access key each signs its SDK calls with: whose call is this? */
export interface InstanceRegistry {
  readonly add: (instance: Instance) => void;
  readonly remove: (instance: Instance) => void;
  readonly withKey: (accessKeyId: string) => Instance | undefined;
}

export function createInstanceRegistry(): InstanceRegistry {
  const instances = new Map<string, Instance>();
  return {
    add: (instance) => void instances.set(instance.accessKeyId, instance),
    remove: ({ accessKeyId }) => void instances.delete(accessKeyId),
    withKey: (accessKeyId) => instances.get(accessKeyId),
  };
}
