/** The stack of policies, without n8n and without a server. */
import { AiccError } from '../../aicc/base/errors';
import { hostConcurrency } from '../../aicc/client/policies/hostConcurrency';
import { keepHost } from '../../aicc/client/policies/keepHost';
import {
	compose,
	type ApiResponse,
	type Handler,
	type OutgoingRequest,
	type Policy,
} from '../../aicc/client/policy';
import { Session } from '../../aicc/client/session';

const REQUEST: OutgoingRequest = {
	endpoint: {
		title: 'ask',
		authentication: 'token',
		baseUrl: 'baseUrl',
		method: 'GET',
		path: '/',
		codeFields: [],
		textFields: [],
		successCodes: [],
		codes: {},
	},
	earlier: [],
};

const ANSWERED: ApiResponse = { options: { url: '/' } };

function newSession(maxConcurrentRequests: number): Session {
	return new Session({
		send: async () => await Promise.reject(new Error('Nothing is sent')),
		origin: 'http://aicc.example',
		maxConcurrentRequests,
		timeout: 1000,
		secrets: [],
		canRenewToken: false,
	});
}

it('goes from the outside in and back', async () => {
	const seen: string[] = [];
	const note =
		(name: string): Policy =>
		(next) =>
		async (request, session) => {
			seen.push(`${name} in`);
			const response = await next(request, session);
			seen.push(`${name} out`);
			return response;
		};
	const send: Handler = async () => {
		seen.push('send');
		return ANSWERED;
	};
	await compose([note('first'), note('second')], send)(REQUEST, newSession(1));
	expect(seen).toEqual(['first in', 'second in', 'send', 'second out', 'first out']);
});

it('lets nobody in before it is known what came of the one before', async () => {
	const sentAt: number[] = [];
	const retryable = { retryAfter: 300 };
	const busy: ApiResponse = {
		...ANSWERED,
		failure: new AiccError('unavailable', 'Busy', { retryable }),
		again: { after: retryable.retryAfter, because: 'time' },
	};
	const send: Handler = async () => {
		sentAt.push(Date.now());
		return sentAt.length === 1 ? busy : ANSWERED;
	};
	const handler = compose([keepHost, hostConcurrency], send);
	await Promise.all([handler(REQUEST, newSession(1)), handler(REQUEST, newSession(1))]);
	const [first = NaN, second = NaN] = sentAt;
	expect(second - first).toBeGreaterThanOrEqual(retryable.retryAfter - 5);
});
