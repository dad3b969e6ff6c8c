/** The modules of the process that a test file runs in, see `environment.js`. */

declare global {
	var requireInProcess: NodeJS.Require;
	var requireAnew: (file: string) => unknown;
}

/** What the modules that are loaded give out. */
export function loadedModules(): object[] {
	return Object.values(requireInProcess.cache).flatMap((module) => {
		const given: unknown = module?.exports;
		return typeof given === 'object' && given !== null ? [given] : [];
	});
}

/**
 * Loads a file of the built package as a process does that has just started: it remembers nothing.
 *
 * @param file below `dist`
 */
export function loadAnew<T>(file: string): T {
	return requireAnew(file) as T;
}
