/** Arrows between folders point one way: see docs/architecture.md. */

const { filesIn, importsOf } = require('./project');

/** What the files of a folder may import: folders of the project, and packages. */
const ALLOWED = {
	aicc: ['aicc/', 'luxon', 'n8n-workflow', 'node:crypto'],
	credentials: ['aicc/', 'credentials/', 'n8n-workflow'],
	'nodes/shared': ['aicc/', 'nodes/shared/', 'n8n-workflow'],
	'nodes/HuaweiAicc': ['aicc/', 'nodes/HuaweiAicc/', 'nodes/shared/', 'n8n-workflow'],
	'nodes/HuaweiAiccOutboundTrigger': [
		'aicc/',
		'nodes/HuaweiAiccOutboundTrigger/',
		'nodes/shared/',
		'n8n-workflow',
		'node:crypto',
	],
	'nodes/HuaweiAiccTrigger': [
		'aicc/',
		'nodes/HuaweiAiccTrigger/',
		'nodes/shared/',
		'n8n-workflow',
		'node:crypto',
	],
	simulator: ['simulator/', 'fastify', 'n8n-workflow', 'selfsigned', 'node:'],
};

describe.each(Object.entries(ALLOWED))('%s', (folder, allowed) => {
	const files = filesIn(folder, /\.ts$/);

	it('has files', () => {
		expect(files).not.toEqual([]);
	});

	it(`imports nothing but ${allowed.join(', ')}`, () => {
		const strays = files.flatMap((file) =>
			importsOf(file)
				.filter((target) => !allowed.some((place) => reaches(target, place)))
				.map((target) => `${file} imports ${target}`),
		);
		expect(strays).toEqual([]);
	});
});

/**
 * @param {string} target
 * @param {string} place a folder or kind of module when it ends in / or :, else a package
 */
function reaches(target, place) {
	return /[/:]$/.test(place) ? target.startsWith(place) : target === place;
}

it('watches every folder of the package', () => {
	const watched = filesIn('nodes', /\.ts$/).filter((file) =>
		Object.keys(ALLOWED).some((folder) => file.startsWith(`${folder}/`)),
	);
	expect(watched).toEqual(filesIn('nodes', /\.ts$/));
});

it('never goes in a circle at run time', () => {
	/** @type {string[]} */
	const circles = [];
	/** @type {Set<string>} */
	const done = new Set();
	/** @type {(file: string, way: string[]) => void} */
	const follow = (file, way) => {
		if (way.includes(file)) circles.push([...way, file].join(' -> '));
		if (way.includes(file) || done.has(file)) return;
		const targets = importsOf(file, { withTypes: false }).flatMap((target) =>
			sources.filter((source) => [`${target}.ts`, `${target}/index.ts`].includes(source)),
		);
		for (const target of targets) follow(target, [...way, file]);
		done.add(file);
	};
	const sources = Object.keys(ALLOWED).flatMap((folder) => filesIn(folder, /\.ts$/));
	for (const source of sources) follow(source, []);
	expect(circles).toEqual([]);
});
