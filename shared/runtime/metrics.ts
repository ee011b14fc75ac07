import { Metrics } from '@aws-lambda-powertools/metrics';

/** EMF metrics. Dimensions stay few and fixed: a tenant is never one. */
export const metrics = new Metrics({ namespace: 'Onboarding' });
