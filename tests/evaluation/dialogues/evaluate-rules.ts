import type { Dialogue } from './dialogue.ts';
import { withProduct } from './own-cloud.ts';
import { playOverHttp } from './play-over-http.ts';
import { report } from './report.ts';

/** How much the product understands on its own, whatever is configured here. */
export const evaluateRules = (dialogues: readonly Dialogue[]): Promise<void> =>
  withProduct(async (onOwnCloud) => {
    report(await onOwnCloud({}, (cloud) => playOverHttp(cloud, dialogues)));
  });
