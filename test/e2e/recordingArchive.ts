import { until } from '../../scripts/lib/until';
import { addDataTableRows, dataTableRows } from '../../scripts/n8n/data-table';
import { changeSettings } from '../../scripts/n8n/examples';
import type { startFreshN8n } from '../../scripts/n8n/fresh';
import { simulatorCredentials } from '../../scripts/n8n/set-up';
import { callRecords, type Call, type startSimulator } from '../../simulator';
import { recordedFilesOf } from '../../simulator/ccfs/shared/recordings';
import { dayOf, ZONE } from './afternoon';
import type { startStorage } from './storage';

const FILE = 'recording-archive.json';
const HOUR_MS = 3_600_000;

export const INDEX = 'Huawei AICC archived recordings';

/** What the storage is started with. */
export const BUCKET = 'recordings';

type N8n = Awaited<ReturnType<typeof startFreshN8n>>;
type Simulator = Awaited<ReturnType<typeof startSimulator>>;
type Storage = Awaited<ReturnType<typeof startStorage>>;

/** The example "recording archive" in a real n8n, and what must have become of the recordings. */
export class RecordingArchive {
	private constructor(
		private readonly n8n: N8n,
		private readonly simulator: Simulator,
		private readonly storage: Storage,
	) {}

	/** Does what the example's note says is to be set. */
	static async setUp(n8n: N8n, simulator: Simulator, storage: Storage): Promise<RecordingArchive> {
		const archive = new RecordingArchive(n8n, simulator, storage);
		const { akSk } = simulatorCredentials(simulator);
		await n8n.api.saveCredential({ ...akSk, data: { ...akSk.data, timeZone: ZONE } });
		const s3 = { name: 'S3 account', type: 's3', data: storage.credential };
		const { id } = await n8n.api.saveCredential(s3);
		const workflow = await n8n.api.workflow(archive.id);
		for (const node of workflow.nodes) {
			if (node.credentials?.s3) node.credentials.s3 = { id, name: s3.name };
		}
		await n8n.api.saveWorkflow(workflow, archive.id);
		await archive.set({ timeZone: ZONE, minutesToStore: 0.05 });
		return archive;
	}

	private get id(): string {
		return this.n8n.workflowIds[FILE] ?? '';
	}

	async set(values: Record<string, unknown>): Promise<void> {
		await changeSettings(this.n8n.api, this.id, values);
	}

	async start() {
		return await this.n8n.api.runWorkflow(this.id, 'Start by hand', HOUR_MS);
	}

	/** Runs it to its good end. */
	async run(): Promise<void> {
		const { status, error } = await this.start();
		expect({ status, error }).toEqual({ status: 'success', error: undefined });
	}

	/** The rows of its table. */
	async index() {
		return await dataTableRows(this.n8n.api, INDEX);
	}

	/** Writes a call down as a run does, to be given up at once when it cannot be had. */
	async addRow({ callId, begin }: Call): Promise<void> {
		const now = new Date().toISOString();
		const row = {
			callId,
			status: 'pending',
			object: `${dayOf(begin)}_${callId}`,
			failures: 0,
			message: '',
		};
		await addDataTableRows(this.n8n.api, INDEX, [{ ...row, tryAt: now, giveUpAt: now }]);
	}

	/** Calls that somebody talked in; each of their parts with an agent is recorded. */
	talked(): Call[] {
		return callRecords(this.simulator).filter(({ parts }) =>
			parts.some(({ deviceType, callBegin }) => deviceType === 2 && callBegin > 0),
		);
	}

	/** Recordings that are there, by the name that they must have in the storage. */
	recordings(): Map<string, Array<() => Buffer>> {
		const found = this.talked().flatMap(({ callId, parts }) => {
			const files = recordedFilesOf(this.simulator, callId).map(({ content }) => content);
			if (files.length === 0) return [];
			const begin = parts.find(({ deviceType, callBegin }) => deviceType === 2 && callBegin > 0);
			const day = dayOf(begin?.callBegin ?? 0);
			const ending = files.length > 1 ? 'zip' : 'wav';
			return [[`calls/${day.replaceAll('-', '/')}/${callId}.${ending}`, files] as const];
		});
		return new Map(found);
	}

	/** Waits until no row is put aside. */
	async untilFree(): Promise<void> {
		await until('all may be tried again', async () => {
			const pending = (await this.index()).filter(({ status }) => status === 'pending');
			return pending.every(({ tryAt }) => new Date(String(tryAt)).getTime() < Date.now());
		});
	}

	/** Compares every byte, and the table with the storage. */
	async expectAllStored(): Promise<void> {
		const wanted = this.recordings();
		expect(this.storage.names()).toEqual([...wanted.keys()].sort());
		for (const [name, files] of wanted) {
			const bytes = this.storage.read(name);
			const [only, ...others] = files;
			if (others.length === 0) expect(only && bytes.equals(only())).toBe(true);
			else expect(files.every((file) => bytes.includes(file()))).toBe(true);
		}
		const rows = await this.index();
		expect(rows.map(({ callId }) => String(callId)).sort()).toEqual(
			this.talked()
				.map(({ callId }) => callId)
				.sort(),
		);
		const stored = rows.filter(({ status }) => status === 'stored');
		expect(stored.map(({ object, bytes }) => [object, bytes]).sort()).toEqual(
			[...wanted.keys()].sort().map((name) => [name, this.storage.read(name).length]),
		);
		const others = rows.filter(({ status }) => status !== 'stored');
		expect(others.map(({ status }) => status)).toEqual(others.map(() => 'pending'));
	}
}
