import { Worker } from 'node:worker_threads';
import { Fault } from '../shape/fault.ts';

/** What a worker says: which unit of its task it begins, that it is done, or that it failed at the unit it had begun. */
export type WorkerMessage<U, R> = { readonly unit: U } | { readonly result: R } | { readonly failure: string };

export interface PoolOptions<T, U> {
  /** Script of the workers; it answers each task with `WorkerMessage`s. */
  readonly script: URL;
  readonly setup: unknown;
  readonly size: number;
  /** A unit that takes longer ends its worker. */
  readonly unitTimeoutMs: number;
  readonly memoryMegabytes: number;
  /** The task without the unit that ended a worker, or undefined if it is given up. */
  readonly without: (task: T, unit: U | undefined) => T | undefined;
}

/**
 * Workers that survive what they read: one that runs out of memory, out of time or crashes is replaced, and its task begins anew
 * without the unit at which it ended.
 */
export class Pool<T, U, R> {
  readonly #options: PoolOptions<T, U>;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  #size = 0;
  #isClosed = false;

  constructor(options: PoolOptions<T, U>) {
    this.#options = options;
  }

  /**
   * Runs a task when a worker is free.
   *
   * @param onLost is told of each unit that ended a worker, and why.
   * @returns undefined if the task was given up.
   * @throws Fault `interrupted` if the pool is closed before it is done.
   */
  async run(task: T, onLost: (unit: U | undefined, reason: string) => void): Promise<R | undefined> {
    await this.#enter();
    try {
      for (let current: T | undefined = task; current !== undefined; ) {
        this.#stopIfClosed();
        const worker = this.#idle.pop() ?? this.#start();
        const outcome = await this.#attempt(worker, current);
        if ('result' in outcome) {
          this.#idle.push(worker);
          return outcome.result;
        }
        this.#stopIfClosed();
        onLost(outcome.unit, outcome.reason);
        this.#all.delete(worker);
        await worker.terminate();
        current = this.#options.without(current, outcome.unit);
      }
      return undefined;
    } finally {
      this.#leave();
    }
  }

  /** Ends all workers, also those that have something to do. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #stopIfClosed(): void {
    if (this.#isClosed)
      throw new Fault('interrupted', 'stopped before the end', {
        hint: 'Run the same command again: what was finished is kept.',
      });
  }

  async #enter(): Promise<void> {
    if (this.#size < this.#options.size) this.#size += 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#size -= 1;
    else next();
  }

  #start(): Worker {
    const { script, setup, memoryMegabytes } = this.#options;
    const worker = new Worker(script, {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes },
    });
    this.#all.add(worker);
    // What still comes from a worker that has failed is of no interest, but must not end the program.
    worker.on('error', () => undefined);
    return worker;
  }

  #attempt(worker: Worker, task: T): Promise<{ result: R } | { unit: U | undefined; reason: string }> {
    return new Promise((resolve) => {
      let unit: U | undefined;
      let clock: NodeJS.Timeout;
      const wind = (): void => {
        clearTimeout(clock);
        const { unitTimeoutMs } = this.#options;
        clock = setTimeout(() => finish({ unit, reason: `took longer than ${unitTimeoutMs / 1000} s` }), unitTimeoutMs);
      };
      const onMessage = (message: WorkerMessage<U, R>): void => {
        if ('result' in message) finish({ result: message.result });
        else if ('failure' in message) finish({ unit, reason: message.failure });
        else {
          unit = message.unit;
          wind();
        }
      };
      const onError = (error: Error): void => finish({ unit, reason: reasonOf(error) });
      const onExit = (): void => finish({ unit, reason: 'the process that read it ended' });
      const finish = (outcome: { result: R } | { unit: U | undefined; reason: string }): void => {
        clearTimeout(clock);
        // One by one: a worker has listeners of its own, by which it hears messages at all.
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        resolve(outcome);
      };
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
      wind();
      worker.postMessage(task);
    });
  }
}

function reasonOf(error: Error): string {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? 'needs more memory than one message may'
    : error.message;
}
