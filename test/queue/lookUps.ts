import type { Cluster, Process } from '../../scripts/queue/cluster';
import { executionsOf } from '../../scripts/queue/fresh';
import type { RecordedRequest, Simulator } from '../../simulator';

/** Numbers of an execution differ in the digits that this leaves free. */
const NUMBERS_PER_EXECUTION = 1_000;

/** How long a webhook may take to answer. */
const ANSWER_MS = 240_000;

/** What one execution was asked, and what came back. */
export interface Answer {
	numbers: string[];
	/** HTTP status; 0 when the connection was cut off. */
	status: number;
	body: unknown;
}

/** Where the made-up service says that a number leads. */
function targetOf(number: string): string {
	return `0${number}`;
}

/** What an execution should answer to its numbers. */
export function pairsOf(numbers: string[]): object[] {
	const execution: unknown = expect.any(String);
	return numbers.map((asked) => ({ asked, leadsTo: targetOf(asked), execution }));
}

/** That no item has failed, and none has the answer of another one. */
export function expectOwnAnswers({ numbers, status, body }: Answer): void {
	// In a few words: beside a list of all that should have come, what came instead is hard to find.
	if (!Array.isArray(body)) throw new Error(`${status} ${JSON.stringify(body)} in place of items`);
	expect({ status, body }).toEqual({ status: 200, body: pairsOf(numbers) });
}

/**
 * Whether n8n has no items to answer with though nothing failed. This is n8n's own: for an item that
 * fails it answers 500, and for a node that gives nothing with an empty list. It was seen once, of
 * one execution in thousands, while workers were stopped and started; why is not known.
 */
export function isLostByN8n({ status, body }: Answer): boolean {
	const { message } = Object(body) as { message?: unknown };
	return status === 200 && String(message).startsWith('Workflow executed successfully but ');
}

/** Look-ups for a cluster to do, each of a number that no other look-up has. */
export class LookUps {
	private executions = 10_000;

	constructor(
		private readonly simulator: Simulator,
		private readonly cluster: Cluster,
		/** Of the webhook that does them. */
		private readonly path: string,
	) {}

	/** New numbers, which the service knows from now on. */
	newNumbers(count: number): string[] {
		const first = ++this.executions * NUMBERS_PER_EXECUTION;
		const numbers = Array.from({ length: count }, (_, index) => String(first + index));
		for (const number of numbers) {
			const result = { devType: 1, called: targetOf(number) };
			this.simulator.data.calledNumbers[number] = { retCode: '0', retMsg: 'success', result };
		}
		return numbers;
	}

	/** Has one execution look the numbers up. */
	async ask(numbers: string[]): Promise<Answer> {
		try {
			const response = await fetch(`${this.cluster.main.url}/webhook/${this.path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ numbers }),
				signal: AbortSignal.timeout(ANSWER_MS),
			});
			return { numbers, status: response.status, body: await response.json() };
		} catch {
			return { numbers, status: 0, body: undefined };
		}
	}

	/**
	 * Keeps the cluster at work until it is told to stop.
	 *
	 * @param executions that are wanted at any time
	 * @param lookUps of each execution
	 * @returns ends it once all answers are there, and gives them
	 */
	keepAsking(executions: number, lookUps: number): () => Promise<Answer[]> {
		let isStopped = false;
		const answers: Answer[] = [];
		const askOnAndOn = async () => {
			while (!isStopped) answers.push(await this.ask(this.newNumbers(lookUps)));
		};
		const asking = Array.from({ length: executions }, askOnAndOn);
		return async () => {
			isStopped = true;
			await Promise.all(asking);
			return answers;
		};
	}
}

/** A span of time, in epoch milliseconds. */
export interface Span {
	from: number;
	to: number;
}

/** What the service saw of the look-ups in a span. */
export interface Seen {
	answered: number;
	/** Share of the requests that it turned away for being too many. */
	refused: number;
	/** Answered in a second. */
	perSecond: number;
}

function lookUpsIn({ requests }: Simulator, { from, to }: Span): RecordedRequest[] {
	return requests.filter(({ route, at }) => route === 'getCalledInfo' && at >= from && at < to);
}

function numberIn({ body }: RecordedRequest): string {
	return (JSON.parse(body) as { called: string }).called;
}

/** The numbers that the service was ever asked for. */
export function askedOf(simulator: Simulator): Set<string> {
	return new Set(lookUpsIn(simulator, { from: 0, to: Infinity }).map(numberIn));
}

/** What says that it was one too many: a firewall's page, or a status for it. */
const TURNED_AWAY = [403, 429, 503];

function isAnswered({ status }: RecordedRequest): boolean {
	return status === 200;
}

export function seenIn(simulator: Simulator, span: Span): Seen {
	const requests = lookUpsIn(simulator, span);
	const answered = requests.filter(isAnswered).length;
	const refused = requests.filter(({ status }) => TURNED_AWAY.includes(status)).length;
	return {
		answered,
		refused: refused / requests.length,
		perSecond: (answered * 1000) / (span.to - span.from),
	};
}

/**
 * The part that a worker has of the look-ups that were answered in a span.
 *
 * @param answers of all executions that had look-ups in it
 */
export function shareIn(
	simulator: Simulator,
	span: Span,
	worker: Process,
	answers: Answer[],
): number {
	const executionOf = new Map(
		answers.flatMap(({ numbers, body }) => {
			const [first] = Array.isArray(body) ? (body as Array<{ execution?: string }>) : [];
			return numbers.map((number) => [number, first?.execution ?? ''] as const);
		}),
	);
	const own = new Set(executionsOf(worker).started);
	const answered = lookUpsIn(simulator, span).filter(isAnswered);
	const byWorker = answered.filter((request) => own.has(executionOf.get(numberIn(request)) ?? ''));
	return byWorker.length / answered.length;
}
