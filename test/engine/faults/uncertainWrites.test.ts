/** When something that changes the service is sent again, and what is said when nobody knows. */
import './time';
import type { IN8nHttpFullResponse } from 'n8n-workflow';
import type { Endpoint } from '../../../aicc/protocol/endpoint';
import { getCalledInfo } from '../../../aicc/endpoints/fabric/getCalledInfo';
import { endpoints } from '../../contract/endpointFiles';
import { askWith } from './ownRequest';

const QUERY: Endpoint = getCalledInfo;
const CHANGE: Endpoint = { ...QUERY, write: { check: 'Look whether it is there.' } };

const ANSWER = { statusCode: 200, headers: {}, body: '{"retCode":"0"}' };

type Outcome = IN8nHttpFullResponse | Error;

function networkFailure(code: string): Error {
	return Object.assign(new Error(`Made up: ${code}`), { code });
}

/** Sends with these outcomes one after the other, the last one again and again. */
async function send(endpoint: Endpoint, outcomes: Outcome[]) {
	let sent = 0;
	const sendOne = async () => {
		const outcome = outcomes[Math.min(sent++, outcomes.length - 1)];
		if (outcome instanceof Error) throw outcome;
		return outcome as IN8nHttpFullResponse;
	};
	const answer = await askWith(sendOne, { endpoint, body: {} });
	return { sent, isAnswered: !(answer instanceof Error), answer };
}

const UNKNOWN = {
	kind: 'uncertain',
	message: expect.stringMatching(/^It is not known whether the service did /),
	description: expect.stringMatching(/not sent again.* Look whether it is there\./),
};

const MAYBE_SENT: Array<[name: string, outcome: Outcome]> = [
	['HTTP 502', { ...ANSWER, statusCode: 502 }],
	['HTTP 503', { ...ANSWER, statusCode: 503 }],
	['HTTP 504', { ...ANSWER, statusCode: 504 }],
	['a cut connection', networkFailure('ECONNRESET')],
	['a time-out', networkFailure('ETIMEDOUT')],
	['an encrypted connection that broke off', networkFailure('ERR_SSL_BAD_RECORD_TYPE')],
	['an answer that cannot be unpacked', networkFailure('Z_DATA_ERROR')],
];

/** Answers of the service, or of something before it, that do not say what became of a change. */
const SAYING_NOTHING: Array<[name: string, outcome: Outcome]> = [
	['HTTP 500 without a code', { ...ANSWER, statusCode: 500, body: '<html>' }],
	['HTTP 408', { ...ANSWER, statusCode: 408, body: '' }],
	['HTTP 499', { ...ANSWER, statusCode: 499, body: '' }],
	['an HTML page', { ...ANSWER, body: '<html>' }],
	['nothing', { ...ANSWER, body: '' }],
	['half an answer', { ...ANSWER, body: '{"retCode":' }],
	['no code', { ...ANSWER, body: '{}' }],
	['a failure that n8n has no name for', new Error('Made up')],
];

/** Answers at the door: nobody has worked on the request. */
const TURNED_AWAY: Array<[name: string, outcome: Outcome]> = [
	['HTTP 429', { ...ANSWER, statusCode: 429 }],
	['a firewall page', { ...ANSWER, statusCode: 403, body: '<html>' }],
];

const NEVER_SENT = [
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EAI_FAIL',
	'EAI_NODATA',
	'ESERVFAIL',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'EADDRNOTAVAIL',
	'EPERM',
];

/** Nothing was sent, and nothing would be. */
const NEVER_SENDABLE: Array<[name: string, outcome: Error]> = [
	['a certificate for another host', networkFailure('HOSTNAME_MISMATCH')],
	['a certificate that is not trusted', networkFailure('CERT_HAS_EXPIRED')],
	['no common encryption', networkFailure('EPROTO')],
	['an address that is none', networkFailure('ERR_INVALID_URL')],
	['a header that cannot be sent', networkFailure('ERR_INVALID_CHAR')],
	[
		'a domain that the credential does not allow',
		new Error('Domain not allowed: This credential is restricted from accessing aicc.example.'),
	],
	[
		'an address that n8n does not allow',
		new Error('The request was blocked because it resolves to a restricted IP address'),
	],
];

describe('a change', () => {
	it.each([...MAYBE_SENT, ...SAYING_NOTHING])(
		'that may have been made is not sent again: %s',
		async (_name, outcome) => {
			expect(await send(CHANGE, [outcome, ANSWER])).toMatchObject({ sent: 1, answer: UNKNOWN });
		},
	);

	it.each(TURNED_AWAY)('that was turned away is tried again: %s', async (_name, outcome) => {
		expect(await send(CHANGE, [outcome, ANSWER])).toMatchObject({ sent: 2, isAnswered: true });
		expect(await send(CHANGE, [outcome])).toMatchObject({
			answer: { kind: 'unsent', outcome: 'notSent' },
		});
	});

	it.each(NEVER_SENDABLE)('that cannot be sent was not made: %s', async (_name, outcome) => {
		expect(await send(CHANGE, [outcome, ANSWER])).toMatchObject({
			sent: 1,
			answer: { kind: 'unsent', outcome: 'notSent' },
		});
	});

	it.each([
		['with a code', { ...ANSWER, body: '{"retCode":"1","retMsg":"No"}' }],
		['with a code and HTTP 500', { ...ANSWER, statusCode: 500, body: '{"retCode":"1"}' }],
		['with HTTP 400', { ...ANSWER, statusCode: 400, body: '{}' }],
	])('that was refused was not made: %s', async (_name, outcome) => {
		expect(await send(CHANGE, [outcome, ANSWER])).toMatchObject({
			sent: 1,
			answer: { kind: 'service' },
		});
	});

	it.each(NEVER_SENT)('is known by what n8n 1.x leaves of the code: %s', async (code) => {
		const wrapped = Object.assign(new Error('The service refused the connection'), {
			httpCode: code,
		});
		expect(await send(CHANGE, [wrapped, ANSWER])).toMatchObject({ sent: 2, isAnswered: true });
	});

	it.each(NEVER_SENT)('that was never sent is tried again: %s', async (code) => {
		expect(await send(CHANGE, [networkFailure(code), ANSWER])).toMatchObject({
			sent: 2,
			isAnswered: true,
		});
		expect(await send(CHANGE, [networkFailure(code)])).toMatchObject({
			sent: 5,
			answer: { kind: 'unsent', outcome: 'notSent' },
		});
	});
});

describe('a query', () => {
	it.each([...MAYBE_SENT, ...TURNED_AWAY])('is sent again after %s', async (_name, outcome) => {
		expect(await send(QUERY, [outcome, ANSWER])).toMatchObject({ sent: 2, isAnswered: true });
	});

	it.each(['ECONNRESET', 'ETIMEDOUT', 'HPE_INVALID_CONSTANT'])(
		'is sent again after %s, which n8n 1.x has in httpCode only',
		async (httpCode) => {
			const wrapped = Object.assign(new Error('Made up'), { httpCode });
			expect(await send(QUERY, [wrapped, ANSWER])).toMatchObject({ sent: 2, isAnswered: true });
		},
	);

	it('is sent again after an answer that broke off, of which n8n 1.x has the status only', async () => {
		const wrapped = Object.assign(new Error('Made up'), { httpCode: '500' });
		expect(await send(QUERY, [wrapped, ANSWER])).toMatchObject({ sent: 2, isAnswered: true });
		expect((await send(QUERY, [wrapped])).answer).toMatchObject({
			kind: 'unavailable',
			message: expect.stringContaining('The connection was cut'),
		});
	});

	it.each([
		['DEPTH_ZERO_SELF_SIGNED_CERT', /certificate/, /Ignore SSL Issues/],
		['CERT_REVOKED', /certificate/, /Ignore SSL Issues/],
		['EPROTO', /No encrypted connection/, /HTTPS port/],
		['ERR_SSL_WRONG_VERSION_NUMBER', /encrypted connection broke off/, /HTTPS port/],
		['Z_DATA_ERROR', /could not be unpacked/, /proxy/],
		['ECONNRESET', /was cut/, /begins with https/],
	])('says in words what %s is and what to do', async (code, message, description) => {
		expect((await send(QUERY, [networkFailure(code)])).answer).toMatchObject({
			message: expect.stringMatching(message),
			description: expect.stringMatching(description),
		});
	});

	it.each(['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'EPROTO', 'SOMETHING'])(
		'is not sent again when that cannot help: %s',
		async (code) => {
			expect(await send(QUERY, [networkFailure(code)])).toMatchObject({
				sent: 1,
				answer: { kind: 'unavailable' },
			});
		},
	);
});

describe('every interface', () => {
	it('that is not called a query says what it changes, and no query does', () => {
		const isCalledQuery = ({ title }: Endpoint) => /^(get|check|ask|download) /.test(title);
		expect(endpoints.filter(isCalledQuery).filter(({ write }) => write)).toEqual([]);
		expect(endpoints.filter((one) => !isCalledQuery(one)).filter(({ write }) => !write)).toEqual(
			[],
		);
	});
});
