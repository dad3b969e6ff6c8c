import './time';
import type { INodeParameters } from 'n8n-workflow';
import { startSimulator, type Simulator } from '../../../simulator';
import { queryAccessCodeList } from '../../../aicc/endpoints/fabric/queryAccessCodeList';
import { queryObsResultDetail } from '../../../aicc/endpoints/isales/queryObsResultDetail';
import { OPERATIONS, requestsOf } from '../fixtures';
import { lookUp, messagesOf, newTenant, reasonsOf, usePlainSimulator } from './faults';
import { askWith } from './ownRequest';

const platform = usePlainSimulator();

const HOSTILE = [
	'../../../admin',
	'..',
	'.',
	'%2e%2e%2f',
	'1?pageSize=1',
	'1#',
	'1&vdnId=2',
	'1/2',
	'1\\..\\2',
	'1\r\nX-Break: 1',
	'1\n2',
	'\u0000',
	'{vdnId}',
	'{defId}',
	'//evil.example/',
	'https://evil.example/',
	'@evil.example',
	'①④',
	'\ud800',
	'"; DROP',
	'$&$1',
];

function simulatorRequests() {
	return platform.simulator.requests.filter(({ route }) => route !== 'tokenByAkSk');
}

describe('an ID for the path', () => {
	it.each(HOSTILE)('%j sends nothing', async (value) => {
		const { simulator } = platform;
		const parameters = {
			...OPERATIONS.externalResult,
			externalResultId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
		};
		const result = await lookUp(simulator, 0, { items: [{ id: value }], parameters });
		expect(messagesOf(result)).toHaveLength(1);
		expect(messagesOf(result)[0]).toMatch(/^External Result /);
		expect(simulatorRequests()).toEqual([]);
	});

	it.each(HOSTILE)('%j as VDN ID sends nothing', async (value) => {
		const { simulator } = platform;
		const parameters = { ...OPERATIONS.obsResultCodes, options: { vdnId: '={{ $json.id }}' } };
		const result = await lookUp(simulator, 0, { items: [{ id: value }], parameters });
		expect(messagesOf(result)).toEqual([expect.stringMatching(/^VDN ID /)]);
		expect(simulatorRequests()).toEqual([]);
	});

	it.each(HOSTILE)('%j stays in its place, whatever an operation lets through', async (value) => {
		const endpoint = queryObsResultDetail;
		const paths: string[] = [];
		const send = async ({ url }: { url?: string }) => {
			paths.push(new URL(String(url), 'http://aicc.example').pathname);
			return { statusCode: 200, headers: {}, body: '{"resultCode":"0200000"}' };
		};
		const outcome = await askWith(send, { endpoint, path: { defId: value } });
		if (outcome instanceof Error) {
			expect(outcome.message).toMatch(/cannot be used as an ID$/);
			expect(paths).toEqual([]);
		} else {
			const [first, ...more] = paths;
			expect(more).toEqual([]);
			const segments = String(first).split('/');
			expect(segments).toHaveLength(endpoint.path.split('/').length);
			expect(decodeURIComponent(segments.at(-2) ?? '')).toBe(value);
			expect(segments.at(-1)).toBe('queryObsResultDetail');
		}
	});
});

describe('a number for the body', () => {
	it.each(HOSTILE)('%j arrives as it is or not at all', async (value) => {
		const { simulator } = platform;
		const fields: Array<[parameters: INodeParameters, route: string, name: string]> = [
			[{ ...OPERATIONS.calledDevice, calledNumber: '={{ $json.n }}' }, 'getCalledInfo', 'called'],
			[{ ...OPERATIONS.faultCheck, msisdn: '={{ $json.n }}' }, 'queryfaultyuser', 'msisdn'],
		];
		for (const [parameters, route, name] of fields) {
			const result = await lookUp(simulator, 0, { items: [{ n: value }], parameters });
			expect(result.items).toHaveLength(1);
			for (const { body, path, query } of requestsOf(simulator, route)) {
				expect((JSON.parse(body) as Record<string, unknown>)[name]).toBe(value.trim());
				expect(path).not.toContain('evil');
				expect(query).toEqual({});
			}
		}
	});
});

describe('a filter', () => {
	it.each(HOSTILE)('%j stays in the body', async (value) => {
		const { simulator } = platform;
		const parameters = { ...OPERATIONS.accessCodes, filters: { accessCode: '={{ $json.n }}' } };
		await lookUp(simulator, 0, { items: [{ n: value }], parameters });
		for (const { body, path } of requestsOf(simulator, 'queryAccessCodeList')) {
			expect(path).toBe(queryAccessCodeList.path);
			expect((JSON.parse(body) as Record<string, unknown>).accessCode).toBe(value.trim());
		}
	});
});

describe('a redirect to another host', () => {
	let other: Simulator;

	beforeAll(async () => {
		other = await startSimulator({ https: false });
	});
	beforeEach(() => other.reset());
	afterAll(async () => await other.stop());

	describe.each([301, 302, 303, 307, 308])('with HTTP %i', (status) => {
		it.each([
			['getCalledInfo', 'calledDevice'],
			['queryAccessCodeList', 'accessCodes'],
			['queryOBSResultCode', 'obsResultCodes'],
			['queryObsResultDetail', 'externalResult'],
		] as const)('of %s is not followed', async (route, operation) => {
			const { simulator } = platform;
			const location = `${operation.includes('Code') ? other.isalesUrl : other.fabricUrl}/other`;
			simulator.faults = [{ kind: 'status', status, route, times: 0, headers: { location } }];
			const result = await lookUp(simulator, 1, { parameters: OPERATIONS[operation] });
			expect(messagesOf(result)).toEqual([
				expect.stringMatching(new RegExp(`leads on to another address \\(HTTP ${status}\\)$`)),
			]);
			expect(other.stats.requests).toBe(0);
			expect(simulator.stats.countsByRoute[route]).toBe(1);
		});

		it('of a token request is not followed', async () => {
			const { simulator } = platform;
			const location = `${other.fabricUrl}/apigovernance/api/oauth/tokenByAkSk`;
			simulator.faults = [
				{ kind: 'status', status, route: 'tokenByAkSk', times: 0, headers: { location } },
			];
			const result = await lookUp(simulator, 20);
			expect(reasonsOf(result)).toEqual([expect.stringContaining('no token interface at')]);
			expect(other.stats.requests).toBe(0);
		});
	});
});

describe('a Base URL', () => {
	it.each([
		'',
		'127.0.0.1',
		'ftp://127.0.0.1',
		'https://127.0.0.1/path',
		'https://127.0.0.1/?query',
		'https://127.0.0.1/#part',
		'https://user:password@127.0.0.1',
		'javascript:alert(1)',
		'https://',
		'https://127.0.0.1:99999',
	])('of %j is refused, and nothing sent', async (baseUrl) => {
		const { simulator } = platform;
		for (const [type, operation] of [
			['huaweiAiccTokenApi', 'calledDevice'],
			['huaweiAiccAkSkApi', 'obsResultCodes'],
		] as const) {
			const credentials = newTenant(simulator);
			credentials[type].baseUrl = baseUrl;
			const parameters = OPERATIONS[operation];
			const messages = messagesOf(await lookUp(simulator, 1, { credentials, parameters }));
			expect(messages).toEqual([expect.stringContaining('Base URL is not a usable address')]);
		}
		expect(simulator.stats.requests).toBe(0);
	});
});

describe('keys with line breaks in them', () => {
	it.each(['appKey', 'tenantSpaceId'])('cannot add a header by the %s', async (field) => {
		const { simulator } = platform;
		const credentials = newTenant(simulator);
		credentials.huaweiAiccTokenApi[field] = 'key\r\nX-Break: 1';
		await lookUp(simulator, 1, { credentials });
		expect(simulator.requests.every(({ headers }) => !('x-break' in headers))).toBe(true);
	});

	it('cannot add a header by the token that was given', async () => {
		const { simulator } = platform;
		const body = { AccessToken: 'token\r\nX-Break: 1', Expires: '3600' };
		simulator.faults = [{ kind: 'json', status: 200, route: 'tokenByAkSk', times: 0, body }];
		await lookUp(simulator, 1);
		expect(simulator.requests.length).toBeGreaterThan(0);
		expect(simulator.requests.every(({ headers }) => !('x-break' in headers))).toBe(true);
	});
});
