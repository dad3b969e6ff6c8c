/** What the terminal shows while `npm run conformance` asks for the credentials. */

const { PassThrough } = require('node:stream');
const { readSettings } = require('../../scripts/conformance/settings');

const ANSWERS = ['https://aicc.example.com', 'key-1', 'Secret-1', '', '', '', '', '', ''];

/** A terminal that somebody types into; what it shows is in `shown`. */
function useTerminal() {
	const terminal = { stdin: new PassThrough(), stdout: new PassThrough(), shown: '' };
	terminal.stdout.on('data', (part) => (terminal.shown += String(part)));
	for (const name of /** @type {const} */ (['stdin', 'stdout'])) {
		const stream = /** @type {unknown} */ (Object.assign(terminal[name], { isTTY: true }));
		const get = /** @type {jest.SpyInstance<unknown>} */ (jest.spyOn(process, name, 'get'));
		get.mockReturnValue(stream);
	}
	jest.spyOn(console, 'log').mockImplementation(() => {});
	return terminal;
}

afterEach(() => jest.restoreAllMocks());

it('shows no secret when all answers are pasted at once, and takes each', async () => {
	const terminal = useTerminal();
	const reading = readSettings({});
	terminal.stdin.write(ANSWERS.map((answer) => `${answer}\r`).join(''));
	const { token, akSk } = await reading;
	expect(token).toMatchObject({ baseUrl: ANSWERS[0], appKey: 'key-1', appSecret: 'Secret-1' });
	expect(akSk).toBeUndefined();
	expect(terminal.shown).toContain('App Key: key-1');
	expect(terminal.shown).not.toContain('Secret-1');
});

it('brings no secret back with the arrow up', async () => {
	const terminal = useTerminal();
	const reading = readSettings({});
	const keys = ANSWERS.flatMap((answer) => [`${answer}\r`, '\u001B[A']);
	for (const key of keys) {
		terminal.stdin.write(key);
		await new Promise((resolve) => setImmediate(resolve));
	}
	expect((await reading).token).toMatchObject({ appSecret: 'Secret-1', tokenBaseUrl: '' });
	expect(terminal.shown).not.toContain('Secret-1');
});
