// biome-ignore-all lint/suspicious/noTemplateCurlyInString: CloudFormation writes variables so
import { describe, expect, it } from 'vitest';
import type { Assembly } from '#infra/local/template/assembly.ts';
import { eventBusKind } from '#infra/local/template/kinds/event-bus.ts';
import { functionKind } from '#infra/local/template/kinds/function.ts';
import { queueKind } from '#infra/local/template/kinds/queue.ts';
import { readResources } from '#infra/local/template/resources.ts';

const place = {
  region: 'eu-central-1',
  accountId: '000000000000',
  sqsEndpoint: 'http://127.0.0.1:9324',
  apiEndpoint: 'http://127.0.0.1:4000',
};

type Resources = Assembly['stacks'][number]['template']['Resources'];
type Definition = Omit<Resources[string], 'Properties' | 'Metadata'> & Partial<Resources[string]>;

const stack = (
  name: string,
  resources: Readonly<Record<string, Definition>>,
  rest: Partial<Assembly['stacks'][number]['template']> = {},
): Assembly['stacks'][number] => ({
  name,
  template: {
    Parameters: {},
    Mappings: {},
    Conditions: {},
    Outputs: {},
    ...rest,
    Resources: Object.fromEntries(
      Object.entries(resources).map(([id, resource]) => [
        id,
        { Properties: {}, Metadata: {}, ...resource },
      ]),
    ),
  },
});

const read = (...stacks: Assembly['stacks'][number][]) =>
  readResources({ region: place.region, stacks, assets: new Map() }, place);

const queue = (properties = {}): Definition => ({
  Type: 'AWS::SQS::Queue',
  Properties: properties,
});

describe('reading templates', () => {
  it('names what the template does not name', () => {
    const [read1] = read(stack('data', { Jobs: queue() })).all(queueKind);
    expect(read1).toMatchObject({
      ref: 'http://127.0.0.1:9324/000000000000/data-Jobs',
      attributes: { Arn: 'arn:aws:sqs:eu-central-1:000000000000:data-Jobs' },
    });
  });

  it('follows references within a stack and across stacks', () => {
    const data = stack(
      'data',
      { Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'b' } } },
      {
        Outputs: { Out: { Value: { Ref: 'Bus' }, Export: { Name: 'data:bus' } } },
      },
    );
    const api = stack('api', {
      StartFunction0A1B2C3D: {
        Type: 'AWS::Lambda::Function',
        Properties: {
          Code: { S3Bucket: { 'Fn::Sub': 'assets-${AWS::Region}' }, S3Key: 'x.zip' },
          Handler: 'index.handler',
          Runtime: 'nodejs24.x',
          Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
          Environment: { Variables: { BUS: { 'Fn::ImportValue': 'data:bus' } } },
        },
      },
      Role: { Type: 'AWS::IAM::Role' },
    });
    const [start] = read(data, api).all(functionKind);
    expect(start?.ref).toBe('api-Start');
    expect(start?.properties.Code.S3Bucket).toBe('assets-eu-central-1');
    expect(start?.properties.Environment.Variables).toEqual({ BUS: 'b' });
  });

  it('leaves out resources whose condition is false', () => {
    const conditional = stack(
      'data',
      { Jobs: { ...queue(), Condition: 'IsProduction' } },
      { Conditions: { IsProduction: { 'Fn::Equals': ['local', 'production'] } } },
    );
    expect(read(conditional).all(queueKind)).toEqual([]);
  });

  it('skips properties that are known to change nothing here', () => {
    const properties = { Name: 'bus', Description: { 'Fn::Unheard': 'of' } };
    const described = stack('data', {
      Bus: { Type: 'AWS::Events::EventBus', Properties: properties },
    });
    expect(read(described).all(eventBusKind)[0]?.properties).toEqual({ Name: 'bus' });
  });

  it.each([
    ['type', { Cache: { Type: 'AWS::ElastiCache::ReplicationGroup' } }, 'ElastiCache'],
    ['property', { Jobs: queue({ Turbo: true }) }, '"Turbo"'],
    ['nested property', { Jobs: queue({ RedrivePolicy: { speed: 3 } }) }, '"speed"'],
    ['resource', { Jobs: queue({ QueueName: { Ref: 'Nowhere' } }) }, 'Nowhere'],
    [
      'attribute',
      { A: queue({ QueueName: { 'Fn::GetAtt': ['B', 'Color'] } }), B: queue() },
      'Color',
    ],
    [
      'export',
      { Jobs: queue({ QueueName: { 'Fn::ImportValue': 'none' } }) },
      'nobody exports none',
    ],
  ])('refuses a %s that it does not know, naming it', (_what, resources, name) => {
    expect(() => read(stack('data', resources))).toThrow(name);
  });

  it('needs no function that only CloudFormation would call', () => {
    const provider = stack('data', {
      Provider: { Type: 'AWS::Lambda::Function', Properties: { Code: { ZipFile: 'python' } } },
      Notifications: {
        Type: 'Custom::S3BucketNotifications',
        Properties: {
          ServiceToken: { 'Fn::GetAtt': ['Provider', 'Arn'] },
          BucketName: 'documents',
          NotificationConfiguration: { EventBridgeConfiguration: {} },
        },
      },
    });
    expect(read(provider).all(functionKind)).toEqual([]);
  });
});
