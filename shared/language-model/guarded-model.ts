import type { Usage } from '#shared/budgets/price.ts';
import type { CircuitBreaker } from '#shared/runtime/circuit-breaker.ts';
import type { Tenant } from '#shared/runtime/tenant.ts';
import type { LanguageModel, ModelOutcome, ModelRequest } from './language-model.ts';
import type { ModelClient, ModelReply } from './model-client.ts';
import { promptName } from './prompt.ts';
import { readAnswer } from './read-answer.ts';
import { openPurse, type SpendDeps } from './spend.ts';

interface ObservedOutcome {
  readonly kind: ModelOutcome<unknown>['kind'];
  readonly promptName: string;
  readonly tookMs: number;
  /** Of an answer that can be used, where the server counts. */
  readonly usage: Usage | null;
}

export interface GuardedModelDeps extends SpendDeps {
  readonly client: ModelClient;
  readonly circuit: CircuitBreaker;
  /** How long whoever runs this may still run. */
  readonly remainingMs: () => number;
  /** Hears how every request ended. */
  readonly observe?: (observed: ObservedOutcome) => void;
}

/** Left to the invocation for everything after the model: storing the turn, answering. */
const RESERVE_MS = 2_000;
/** No model answers in less. */
const SHORTEST_MS = 250;
/** Kept for the ledger, before and after the call. */
const LEDGER_MS = 300;

/** A provider behind deadline, circuit breaker and budget, in this order; then its answer is checked. */
export class GuardedModel implements LanguageModel {
  readonly #deps: GuardedModelDeps;

  constructor(deps: GuardedModelDeps) {
    this.#deps = deps;
  }

  async complete<Answer>(
    tenant: Tenant,
    request: ModelRequest<Answer>,
  ): Promise<ModelOutcome<Answer>> {
    const { clock, observe } = this.#deps;
    const beganAtMs = clock.now().getTime();
    const outcome = await this.#attempt(tenant, request);
    const tookMs = clock.now().getTime() - beganAtMs;
    const { kind } = outcome;
    const usage = kind === 'ok' ? outcome.usage : null;
    observe?.({ kind, promptName: promptName(request.prompt), tookMs, usage });
    return outcome;
  }

  async #attempt<Answer>(
    tenant: Tenant,
    request: ModelRequest<Answer>,
  ): Promise<ModelOutcome<Answer>> {
    const { circuit, clock, remainingMs } = this.#deps;
    const allowedMs = Math.min(request.deadlineMs, remainingMs() - RESERVE_MS) - LEDGER_MS;
    if (allowedMs < SHORTEST_MS)
      return { kind: 'timed_out', detail: 'No time is left for a model' };
    const endsAtMs = clock.now().getTime() + allowedMs;
    if (!(await circuit.admits(tenant)))
      return { kind: 'circuit_open', detail: 'The provider failed lately' };
    return this.#spend(tenant, request, endsAtMs);
  }

  async #spend<Answer>(
    tenant: Tenant,
    request: ModelRequest<Answer>,
    endsAtMs: number,
  ): Promise<ModelOutcome<Answer>> {
    const { circuit, client, clock } = this.#deps;
    const call = (): ModelCallOf<Answer> => ({
      ...request,
      timeoutMs: endsAtMs - clock.now().getTime(),
    });
    const purse = await openPurse(this.#deps, tenant, client, call()).catch(
      async (error: unknown) => {
        await circuit.abandoned(tenant);
        throw error;
      },
    );
    if (purse.kind !== 'open') {
      await circuit.abandoned(tenant);
      return purse;
    }
    const reply = await client.ask(call());
    await Promise.all([this.#report(tenant, reply), purse.close(reply)]);
    return reply.kind === 'answered' ? readAnswer(reply, request.schema, client.model) : reply;
  }

  #report(tenant: Tenant, { kind }: ModelReply): Promise<void> {
    const { circuit } = this.#deps;
    return kind === 'answered' ? circuit.succeeded(tenant) : circuit.failed(tenant);
  }
}

type ModelCallOf<Answer> = ModelRequest<Answer> & { readonly timeoutMs: number };
