/**
 * Jest runs each test file in a sandbox with its own copy of all modules. To load n8n's engine takes
 * longer than most files need for their tests, so here they run in the process itself, as the node
 * does in n8n: what `jest.config.js` names is loaded once a worker. Of the package as it is built, a
 * file begins with none loaded.
 */

const { AsyncLocalStorage } = require('node:async_hooks');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const { engines } = require('../../scripts/settings');

// Only what a test reads on purpose is worth a line: see `test/engine/faults/logs.ts`.
process.env.N8N_LOG_LEVEL = 'silent';

const builtFolder = path.join(__dirname, '../../dist', path.sep);
const requireInProcess = Module.createRequire(__filename);

/** Another engine than that of the project, when there is one: see `test/versions`. */
const engine = engines[process.env.N8N_ENGINE ?? ''];

/** What the built package has from n8n; it must be that of the engine that runs it. */
const OF_ENGINE = /^(n8n-workflow|luxon)$/;

const resolveFilename = Reflect.get(Module, '_resolveFilename');
Reflect.set(
	Module,
	'_resolveFilename',
	/**
	 * @param {string} request
	 * @param {NodeJS.Module | undefined} parent
	 * @param {unknown[]} more
	 */
	(request, parent, ...more) => {
		const isOfEngine =
			engine && parent?.filename?.startsWith(builtFolder) && OF_ENGINE.test(request);
		const wanted = isOfEngine ? path.join(engine.folder, 'node_modules', request) : request;
		return resolveFilename(wanted, parent, ...more);
	},
);

/** Stands for the process itself, where Jest asks for a context to compile in. */
const PROCESS = vm.createContext();

const { compileFunction } = vm;
vm.compileFunction = (code, parameters, options) => {
	const parsingContext = options?.parsingContext === PROCESS ? undefined : options?.parsingContext;
	return compileFunction(code, parameters, { ...options, parsingContext });
};

/**
 * What follows asynchronous work at present. Once used, each of them puts a field of its own into
 * every promise of the process until it is switched off. Jest makes two for each file and leaves
 * them on: after a hundred files each promise takes kilobytes.
 *
 * @type {Set<AsyncLocalStorage<unknown>>}
 */
const followers = new Set();

const { run: follow } = AsyncLocalStorage.prototype;
Reflect.set(
	AsyncLocalStorage.prototype,
	'run',
	/**
	 * @this {AsyncLocalStorage<unknown>}
	 * @param {Parameters<typeof follow>} args
	 */
	function run(...args) {
		followers.add(this);
		return follow.apply(this, args);
	},
);

/** What Jest leaves at the global object of the file that it ran last. */
const JESTS_OWN = /jest|^EVENT_HANDLERS$/i;

function forgetLastFile() {
	for (const follower of followers) follower.disable();
	followers.clear();
	for (const key of Object.getOwnPropertySymbols(globalThis)) {
		if (JESTS_OWN.test(key.description ?? '')) Reflect.deleteProperty(globalThis, key);
	}
}

/** Takes the modules of the built package out of those that are loaded. */
function takeBuilt() {
	const modules = Object.entries(requireInProcess.cache);
	const taken = modules.filter(([file]) => file.startsWith(builtFolder));
	for (const [file] of taken) delete requireInProcess.cache[file];
	return Object.fromEntries(taken);
}

/**
 * Loads a file of the built package as a process does that has just started.
 *
 * @param {string} file below `dist`
 * @returns {unknown}
 */
function requireAnew(file) {
	const loaded = takeBuilt();
	try {
		return requireInProcess(path.join(builtFolder, file));
	} finally {
		takeBuilt();
		Object.assign(requireInProcess.cache, loaded);
	}
}

/** What Jest asks of an environment. */
class ProcessEnvironment {
	/** @param {import('@jest/environment').JestEnvironmentConfig} config */
	constructor({ projectConfig }) {
		forgetLastFile();
		takeBuilt();
		// Jest's own modules must not be handed in: they are loaded when it has loaded this file.
		const { ModernFakeTimers } = require('@jest/fake-timers');
		const { ModuleMocker } = require('jest-mock');
		this.global = globalThis;
		this.moduleMocker = new ModuleMocker(globalThis);
		this.fakeTimersModern = new ModernFakeTimers({ config: projectConfig, global: globalThis });
		/** @type {vm.Context | null} */
		this.context = PROCESS;
		const { exit, getBuiltinModule } = process;
		this.ofProcess = { exit, getBuiltinModule };
		Object.assign(globalThis, { requireInProcess, requireAnew });
	}

	async setup() {}

	async teardown() {
		this.moduleMocker.restoreAllMocks();
		this.fakeTimersModern.dispose();
		Object.assign(process, this.ofProcess);
		this.context = null;
	}

	exportConditions() {
		return ['node', 'node-addons'];
	}

	getVmContext() {
		return this.context;
	}
}

module.exports = ProcessEnvironment;
