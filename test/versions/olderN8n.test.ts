import { N8nApi } from '../../scripts/n8n/api';
import { makeFreshHome } from '../../scripts/n8n/fresh';
import { startN8n } from '../../scripts/n8n/server';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { chain, node } from '../../scripts/n8n/workflow';
import settings from '../../scripts/settings';
import { startSimulator } from '../../simulator';

/** Long enough for an n8n that starts for the first time on a small machine. */
const START_MS = 300_000;

const TYPE = 'n8n-nodes-huawei-aicc.huaweiAicc';

let simulator: Awaited<ReturnType<typeof startSimulator>>;
let server: Awaited<ReturnType<typeof startN8n>>;
let api: N8nApi;

type Which = keyof ReturnType<typeof simulatorCredentials>;

/** The credentials in n8n, as nodes refer to them. */
const saved = {} as Record<Which, Record<string, { id: string; name: string }>>;

beforeAll(async () => {
	simulator = await startSimulator();
	const { installation, userFolder } = await makeFreshHome('older-n8n', settings.olderN8n);
	server = await startN8n(installation, { userFolder });
	api = new N8nApi(server.url, installation);
	await api.signIn(settings.owner);
	const credentials = simulatorCredentials(simulator);
	for (const which of ['token', 'akSk'] as const) {
		const { type, name } = credentials[which];
		const { id } = await api.saveCredential(credentials[which]);
		saved[which] = { [type]: { id, name } };
	}
}, START_MS);

afterAll(async () => {
	await server?.stop();
	await simulator?.stop();
});

beforeEach(() => simulator.reset());

const getAll = { operation: 'getAll', returnAll: true };

it('runs a workflow with both credentials', async () => {
	const { id } = await api.saveWorkflow(
		chain('Both credentials', [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node(
				'Access codes',
				TYPE,
				1,
				{ resource: 'accessCode', ...getAll },
				{ credentials: saved.token },
			),
			node('One item', 'n8n-nodes-base.limit', 1, { maxItems: 1 }),
			node(
				'Result codes',
				TYPE,
				1,
				{ resource: 'obsResultCode', ...getAll },
				{ credentials: saved.akSk },
			),
		]),
	);
	const { status, error, items } = await api.runWorkflow(id, 'Start');
	expect([status, error]).toEqual(['success', undefined]);
	expect(items['Access codes']).toHaveLength(simulator.options.accessCodes);
	expect(items['Result codes']).toHaveLength(simulator.options.obsResultCodes);
});

it('goes on after a connection that was cut', async () => {
	const { id } = await api.saveWorkflow(
		chain('A cut', [
			node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
			node(
				'Result codes',
				TYPE,
				1,
				{ resource: 'obsResultCode', ...getAll },
				{ credentials: saved.akSk },
			),
		]),
	);
	simulator.faults = [{ kind: 'cut', route: 'queryOBSResultCode' }];
	const { status, items } = await api.runWorkflow(id, 'Start');
	expect(status).toBe('success');
	expect(items['Result codes']).toHaveLength(simulator.options.obsResultCodes);
});

describe.each(['token', 'akSk'] as const)('the test of the %s credential', (which) => {
	const testWith = async (changes: Record<string, unknown>) => {
		const credential = simulatorCredentials(simulator)[which];
		const id = Object.values(saved[which])[0]?.id ?? '';
		const data = { ...credential.data, ...changes };
		return await api.testCredential({ ...credential, id, data });
	};

	it('turns green with the right keys', async () => {
		expect(await testWith({})).toMatchObject({ status: 'OK' });
	});

	it.each<[string, Record<string, unknown>, RegExp]>([
		['a certificate', { ignoreSslIssues: false }, /Ignore SSL Issues/],
		[
			'a refused connection',
			{ baseUrl: 'https://localhost:1' },
			/refused the connection.*Base URL/,
		],
		['an unknown host', { baseUrl: 'https://no-such-host.invalid' }, /could not be resolved/],
	])('says what to do about %s', async (_case, changes, words) => {
		const { status, message } = await testWith(changes);
		expect(status).toBe('Error');
		expect(message).toMatch(words);
	});
});
