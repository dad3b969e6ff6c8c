/** Interfaces that change something: there is none yet, so these tests make one up. */
import './time';
import type { IN8nHttpFullResponse } from 'n8n-workflow';
import { INTERFACES, type AiccInterface } from '../../../aicc/interfaces';
import { askWith } from './ownRequest';

const CHANGE: AiccInterface = { ...INTERFACES.getCalledInfo, changes: true };
const QUERY: AiccInterface = { ...INTERFACES.getCalledInfo, changes: false };

const ANSWER = { statusCode: 200, headers: {}, body: '{"retCode":"0"}' };

type Outcome = IN8nHttpFullResponse | Error;

function networkFailure(code: string): Error {
	return Object.assign(new Error(`Made up: ${code}`), { code });
}

/** Sends with these outcomes one after the other, the last one again and again. */
async function send(called: AiccInterface, outcomes: Outcome[]) {
	let sent = 0;
	const sendOne = async () => {
		const outcome = outcomes[Math.min(sent++, outcomes.length - 1)];
		if (outcome instanceof Error) throw outcome;
		return outcome as IN8nHttpFullResponse;
	};
	const answer = await askWith(sendOne, { interface: called, body: {} });
	return { sent, isAnswered: !(answer instanceof Error) };
}

const MAYBE_SENT: Array<[name: string, outcome: Outcome]> = [
	['HTTP 429', { ...ANSWER, statusCode: 429 }],
	['HTTP 502', { ...ANSWER, statusCode: 502 }],
	['HTTP 503', { ...ANSWER, statusCode: 503 }],
	['HTTP 504', { ...ANSWER, statusCode: 504 }],
	['a firewall page', { ...ANSWER, statusCode: 403, body: '<html>' }],
	['a cut connection', networkFailure('ECONNRESET')],
	['a time-out', networkFailure('ETIMEDOUT')],
];

const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

describe('a change', () => {
	it.each(MAYBE_SENT)('that may have been made is not sent again: %s', async (_name, outcome) => {
		expect(await send(CHANGE, [outcome, ANSWER])).toEqual({ sent: 1, isAnswered: false });
	});

	it.each(NEVER_SENT)('that was never sent is tried again: %s', async (code) => {
		expect(await send(CHANGE, [networkFailure(code), ANSWER])).toEqual({
			sent: 2,
			isAnswered: true,
		});
		expect(await send(CHANGE, [networkFailure(code)])).toEqual({ sent: 5, isAnswered: false });
	});
});

describe('a query', () => {
	it.each(MAYBE_SENT)('is sent again after %s', async (_name, outcome) => {
		expect(await send(QUERY, [outcome, ANSWER])).toEqual({ sent: 2, isAnswered: true });
	});

	it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'EPROTO', 'SOMETHING'])(
		'is not sent again when that cannot help: %s',
		async (code) => {
			expect(await send(QUERY, [networkFailure(code)])).toEqual({ sent: 1, isAnswered: false });
		},
	);
});

describe('every present interface', () => {
	it('is a query', () => {
		expect(Object.values(INTERFACES).filter(({ changes }) => changes)).toEqual([]);
	});
});
