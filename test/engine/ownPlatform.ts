/** A platform of a test's own: it answers what the test says, in whatever shape. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode, type RunRequest, type RunResult } from './engine';
import { NODE } from './fixtures';
import { listen } from './listener';

/** Gives the answer to a request, as JSON. */
export type Answering = (path: string, body: IDataObject) => unknown;

/** Keys of VDN 40, in Shanghai. */
export function signedKeysFor(origin: string) {
	return {
		baseUrl: origin,
		accessKey: 'KEY',
		secretKey: 'made-up',
		vdnId: 40,
		timeZone: 'Asia/Shanghai',
	};
}

/** One for the tests of a file: each sets `answer`, and finds in `asked` what was sent. */
export function useOwnPlatform() {
	let server: Awaited<ReturnType<typeof listen>>;
	const platform = {
		answer: (() => ({})) as Answering,
		asked: [] as IDataObject[],
		/** Runs the node with keys for it: VDN 40 of call centre 1, in Shanghai. */
		run: async (
			parameters: INodeParameters,
			changes: Partial<RunRequest> = {},
		): Promise<RunResult> =>
			await runNode(NODE, {
				parameters,
				credentials: { huaweiAiccAkSkApi: signedKeysFor(server.origin) },
				...changes,
			}),
	};
	beforeAll(async () => {
		server = await listen((path, sent) => {
			const body = JSON.parse(sent) as IDataObject;
			platform.asked.push(body);
			return JSON.stringify(platform.answer(path, body));
		});
	});
	beforeEach(() => {
		platform.asked = [];
	});
	afterAll(async () => await server.stop());
	return platform;
}
