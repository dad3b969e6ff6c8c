/** Many records at once, without n8n: nobody waits for ever, whatever goes wrong. */
import { AiccError, type Outcome } from '../../aicc/base/errors';
import { batch } from '../../aicc/patterns/batch/batch';
import type { BatchContext } from '../../aicc/patterns/batch/batchQueue';
import type { BatchShape, BatchSpec } from '../../aicc/patterns/batch/batchSpec';
import { blocklistAdd } from '../../aicc/endpoints/isales/blocklistAdd';
import { Session } from '../../aicc/client/session';

const log = { info: () => {}, warn: () => {} };

function specOf(batchShape: BatchShape<string> = blocklistAdd.batch): BatchSpec<string> {
	return { title: 'Numbers', endpoint: { ...blocklistAdd, batch: batchShape }, path: {} };
}

/** Sends so many numbers in batches. @returns how often each outcome came, and how often was asked */
async function batchAll(
	count: number,
	spec: BatchSpec<string>,
	answer: () => object,
	ownLog = log,
) {
	let asked = 0;
	const session = new Session({
		send: async () => await Promise.reject(new Error('Nothing is sent')),
		origin: 'http://127.0.0.1',
		maxConcurrentRequests: 10,
		timeout: 1000,
		secrets: [],
		canRenewToken: false,
	});
	const ask: BatchContext['ask'] = async () => {
		asked++;
		return { ...answer() };
	};
	const context = { session, ask, arrival: { interval: 0, log: ownLog } };
	const outcomes: Partial<Record<Outcome | 'taken', number>> = {};
	await Promise.all(
		Array.from({ length: count }, async (_, index) => {
			const outcome = await batch(spec, String(13_000_000_000 + index), index, context).then(
				() => 'taken' as const,
				(failure: AiccError) => failure.outcome,
			);
			outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
		}),
	);
	return { outcomes, asked };
}

it('tells 150,000 records that the target takes none', async () => {
	const refuse = () => {
		throw new AiccError('service', 'No', { resultCode: '02000013' });
	};
	expect(await batchAll(150_000, specOf(), refuse)).toEqual({
		outcomes: { refused: 20, notSent: 149_980 },
		asked: 1,
	});
}, 60_000);

it.each<[string, BatchShape<string>]>([
	[
		'making the request',
		{
			...blocklistAdd.batch,
			get field(): string {
				throw new RangeError('Made up');
			},
		},
	],
	[
		'reading the answer',
		{
			...blocklistAdd.batch,
			answerOf: () => {
				throw new RangeError('Made up');
			},
		},
	],
])('lets nobody wait when the node itself fails while %s', async (_, shape) => {
	const { outcomes } = await batchAll(50, specOf(shape), () => ({}));
	expect(outcomes).toEqual({ unknown: 20, notSent: 30 });
});

it('answers all when the log cannot be written', async () => {
	const broken = () => {
		throw new Error('Disk full');
	};
	const brokenLog = { info: broken, warn: broken };
	const { outcomes } = await batchAll(50, specOf(), () => ({}), brokenLog);
	expect(outcomes).toEqual({ taken: 50 });
});
