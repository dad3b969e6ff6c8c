/** What the test of an AK/SK credential advises for each kind of answer. */
import type { IN8nHttpFullResponse } from 'n8n-workflow';

import { testAkSkCredential } from '../../aicc/connectionTest';

const CREDENTIAL = {
	baseUrl: 'https://aicc.example',
	accessKey: 'KEY',
	secretKey: ['odd', 'key', '0123456789'].join('-'),
	vdnId: 9,
};

async function tested(statusCode: number, body: string): Promise<string> {
	const answer: IN8nHttpFullResponse = { statusCode, headers: {}, body };
	return (await testAkSkCredential(CREDENTIAL, async () => answer)).message;
}

it.each([
	['a code', 200, '{"resultCode":"0200001","resultDesc":"No such VDN"}'],
	['HTTP 400', 400, '{"error":"Bad Request"}'],
])('names the VDN ID after %s', async (_, status, body) => {
	expect(await tested(status, body)).toMatch(/Check the VDN ID/);
});

it.each([
	['a firewall that wants a host name', 418, '', /host name/],
	['a server that failed', 500, '<html>', /HTTP 500/],
	['a page', 200, '<html>', /Base URL/],
	['a firewall', 403, '<html>', /allow list/],
])('does not blame the VDN ID for %s', async (_, status, body, advice) => {
	const message = await tested(status, body);
	expect(message).toMatch(advice);
	expect(message).not.toMatch(/VDN ID:/);
});

it('asks again when it was one too many, but not for long', async () => {
	const good: IN8nHttpFullResponse = {
		statusCode: 200,
		headers: {},
		body: '{"resultCode":"0200000","obsCodes":[]}',
	};
	const busy: IN8nHttpFullResponse = { statusCode: 403, headers: {}, body: '<html>' };
	const answers = [busy, busy, good];
	const result = await testAkSkCredential(CREDENTIAL, async () => answers.shift() ?? busy);
	expect(result.status).toBe('OK');

	let asked = 0;
	const refused = await testAkSkCredential(CREDENTIAL, async () => {
		asked++;
		return busy;
	});
	expect(refused.status).toBe('Error');
	expect(asked).toBe(4);
});
