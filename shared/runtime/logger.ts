import { Logger } from '@aws-lambda-powertools/logger';

/** Structured logs; level and service come from the environment that the stack sets. */
export const logger = new Logger();
