import { runSync, sendAlert } from '../../scripts/n8n/examples';
import { startFreshN8n } from '../../scripts/n8n/fresh';
import { startSimulator } from '../../simulator';

type Fresh = Awaited<ReturnType<typeof startFreshN8n>>;
type Simulator = Awaited<ReturnType<typeof startSimulator>>;

let simulator: Simulator;
let n8n: Fresh;

beforeAll(async () => {
	simulator = await startSimulator();
	n8n = await startFreshN8n('examples', simulator);
});

afterAll(async () => {
	await n8n?.stop();
	await simulator?.stop();
});

/** What n8n adds to every row of a data table. */
const SYSTEM_COLUMNS = ['id', 'createdAt', 'updatedAt'];

/** The columns that the example fills. */
function ownColumns(row: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(row).filter(([name]) => !SYSTEM_COLUMNS.includes(name)));
}

/** Rows in an order that does not depend on who listed them. */
function sortedBy(key: string, rows: Array<Record<string, unknown>>) {
	return [...rows].sort((a, b) => String(a[key]).localeCompare(String(b[key])));
}

describe('the example "sync hotlines and result codes"', () => {
	it('fills both data tables with every row of the service, and doubles none on a second run', async () => {
		const first = await runSync(n8n.api, n8n.workflowIds);
		const second = await runSync(n8n.api, n8n.workflowIds);

		const accessCodes = simulator.data.accessCodes.map(({ id, ...rest }) => ({
			accessCodeId: id,
			...rest,
			mediatypeName: expect.any(String),
			numCallAttrName: expect.any(String),
		}));
		for (const { accessCodes: list } of [first, second]) {
			expect([list.read, list.stored]).toEqual([437, 437]);
			expect(sortedBy('accessCodeId', list.rows.map(ownColumns))).toEqual(
				sortedBy('accessCodeId', accessCodes),
			);
		}
		for (const { obsResultCodes: list } of [first, second]) {
			expect([list.read, list.stored]).toEqual([120, 120]);
			expect(sortedBy('obsCode', list.rows.map(ownColumns))).toEqual(
				sortedBy(
					'obsCode',
					simulator.data.obsResultCodes.map((row) => ({ ...row })),
				),
			);
		}
	});
});

describe('the example "alert-triggered fault check"', () => {
	const affected = '6680512100869';
	const notAffected = '6680512100001';

	it('says who is affected, and by what', async () => {
		const faultTime = 1_721_283_133_000;
		const answer = await sendAlert(n8n.url, { msisdn: affected, faultTime, scene: '1' });
		expect(answer).toEqual({
			status: 200,
			body: {
				checked: true,
				affected: true,
				msisdn: affected,
				faultTime: String(faultTime),
				message: expect.any(String),
				causes: simulator.data.subscribers[affected]?.data.flatMap(
					(record) => (record as { rules: unknown[] }).rules,
				),
			},
		});
	});

	it('says who is not affected, with now as the time of the fault', async () => {
		const before = Date.now();
		const { status, body } = await sendAlert(n8n.url, { msisdn: notAffected });
		expect(status).toBe(200);
		expect(body).toMatchObject({ checked: true, affected: false, causes: [] });
		expect(Number(body.faultTime)).toBeGreaterThanOrEqual(before);
		expect(Number(body.faultTime)).toBeLessThanOrEqual(Date.now());
	});

	it('says that it could not check, and why', async () => {
		const { status, body } = await sendAlert(n8n.url, { msisdn: '6680512100005' });
		expect(status).toBe(502);
		expect(body).toMatchObject({ checked: false, msisdn: '6680512100005' });
		expect(body.message).toContain('DAC query error');
	});

	it('says that the request lacks the number', async () => {
		const { status, body } = await sendAlert(n8n.url, {});
		expect(status).toBe(400);
		expect(body).toMatchObject({ checked: false, msisdn: '' });
	});
});
