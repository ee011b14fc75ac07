import { metrics } from '#shared/runtime/metrics.ts';

/** Simulated functions log and publish nothing. To be imported before them: the logger reads this once. */
process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';

Object.assign(metrics, { publishStoredMetrics: () => metrics.clearMetrics() });
