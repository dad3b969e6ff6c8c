import { runSync } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { startSimulator } from '../../simulator';

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let n8n: Awaited<ReturnType<typeof startFreshN8n>>;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshN8n('credentials', simulator);
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

type Name = keyof ReturnType<typeof simulatorCredentials>;

/** Presses "Test" of a credential whose fields were changed in the editor. */
async function testWith(which: Name, changes: Record<string, unknown>) {
	const credential = simulatorCredentials(simulator)[which];
	const saved = (await n8n.api.credentials()).find(({ name }) => name === credential.name);
	const data = { ...credential.data, ...changes };
	return await n8n.api.testCredential({ ...credential, id: saved?.id ?? '', data });
}

describe('the test of a credential', () => {
	it.each([
		['token', {}],
		['akSk', {}],
	] as const)('of the %s API turns green with the right keys', async (which, changes) => {
		expect(await testWith(which, changes)).toMatchObject({ status: 'OK' });
	});

	it.each([
		['token', { appSecret: 'wrong' }, /credentials|secret/i],
		['token', { baseUrl: 'https://localhost:1' }, /refused/i],
		['token', { ignoreSslIssues: false }, /cert/i],
		['akSk', { secretKey: 'wrong' }, /secret key/i],
		['akSk', { accessKey: 'wrong' }, /access key/i],
		['akSk', { baseUrl: 'https://localhost:1' }, /refused/i],
		['akSk', { ignoreSslIssues: false }, /cert/i],
	] as const)('of the %s API turns red with %j', async (which, changes, reason) => {
		const { status, message } = await testWith(which, changes);
		expect(status).toBe('Error');
		expect(message).toMatch(reason);
	});
});

describe('secrets', () => {
	it('are not readable through the API of n8n, the stored token least of all', async () => {
		await runSync(n8n.api, n8n.workflowIds);
		const tokens = simulator.requests.flatMap(({ headers }) => {
			const bearer = /^Bearer (.+)$/.exec(String(headers.authorization ?? ''));
			return bearer?.[1] ? [bearer[1]] : [];
		});
		expect(tokens).not.toHaveLength(0);

		const { appSecret, secretKey } = simulator.account;
		for (const { id } of await n8n.api.credentials()) {
			const answer = JSON.stringify(
				await n8n.api.call('GET', `/rest/credentials/${id}?includeData=true`),
			);
			for (const secret of [...tokens, appSecret, secretKey]) expect(answer).not.toContain(secret);
		}
	});
});
