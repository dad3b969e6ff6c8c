/** Many records at once, without n8n: nobody waits for ever, whatever goes wrong. */
import { AiccError, type Outcome } from '../../aicc/errors';
import { gather } from '../../aicc/gather';
import type { Bundle, Context } from '../../aicc/gathering';
import { INTERFACES } from '../../aicc/interfaces';
import { Run } from '../../aicc/run';

const log = { info: () => {}, warn: () => {} };

function bundleOf(changes: Partial<Bundle<string>> = {}): Bundle<string> {
	return {
		title: 'Numbers',
		interface: INTERFACES.addToBlocklist,
		path: {},
		bodyOf: (numbers) => ({ blocklist: numbers }),
		numberOf: (number) => number,
		answerOf: () => ({ success: true }),
		...changes,
	};
}

/** Gathers so many numbers. @returns how often each outcome came, and how often was asked */
async function gatherAll(
	count: number,
	bundle: Bundle<string>,
	answer: () => object,
	ownLog = log,
) {
	let asked = 0;
	const run = new Run({
		origin: 'http://127.0.0.1',
		maxConcurrentRequests: 10,
		timeout: 1000,
		secrets: [],
		canRenewToken: false,
	});
	const ask: Context['ask'] = async () => {
		asked++;
		return { ...answer() };
	};
	const context = { run, ask, arrival: { interval: 0, log: ownLog } };
	const outcomes: Partial<Record<Outcome | 'taken', number>> = {};
	await Promise.all(
		Array.from({ length: count }, async (_, index) => {
			const outcome = await gather(bundle, String(13_000_000_000 + index), index, context).then(
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
	expect(await gatherAll(150_000, bundleOf(), refuse)).toEqual({
		outcomes: { refused: 20, notSent: 149_980 },
		asked: 1,
	});
}, 60_000);

it.each<[string, Partial<Bundle<string>>]>([
	[
		'making the request',
		{
			bodyOf: (numbers) => {
				if (numbers.length > 0) throw new RangeError('Made up');
				return {};
			},
		},
	],
	[
		'reading the answer',
		{
			answerOf: () => {
				throw new RangeError('Made up');
			},
		},
	],
])('lets nobody wait when the node itself fails while %s', async (_, changes) => {
	const { outcomes } = await gatherAll(50, bundleOf(changes), () => ({}));
	expect(outcomes).toEqual({ unknown: 20, notSent: 30 });
});

it('answers all when the log cannot be written', async () => {
	const broken = () => {
		throw new Error('Disk full');
	};
	const brokenLog = { info: broken, warn: broken };
	const { outcomes } = await gatherAll(50, bundleOf(), () => ({}), brokenLog);
	expect(outcomes).toEqual({ taken: 50 });
});
