import * as z from 'zod';
import { arn } from '../place.ts';
import { defineKind, nameOf } from '../resource-kind.ts';
import { TAGS_WITHOUT_EFFECT } from '../without-effect.ts';

export const eventBusKind = defineKind({
  type: 'AWS::Events::EventBus',
  properties: z.strictObject({ Name: z.string() }),
  withoutEffect: {
    ...TAGS_WITHOUT_EFFECT,
    Description: 'for people',
    KmsKeyIdentifier: 'local events are not encrypted',
    LogConfig: 'the bus writes no log of its own',
  },
  identify: (resource, place) => {
    const name = nameOf(resource, 'Name');
    const attributes = { Arn: arn(place, 'events', `event-bus/${name}`), Name: name };
    return { ref: name, attributes };
  },
});
