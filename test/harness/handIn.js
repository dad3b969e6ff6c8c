/** In place of a module's code: the module as the process has loaded it, see `environment.js`. */
module.exports = {
	/**
	 * @param {string} _code
	 * @param {string} file
	 */
	process: (_code, file) => ({
		code: `module.exports = requireInProcess(${JSON.stringify(file)});`,
	}),
};
