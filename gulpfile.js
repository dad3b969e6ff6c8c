const { dest, src } = require('gulp');

/** What n8n reads beside the compiled code: icons, codex files and output schemas. */
const ASSETS = ['icons/*.svg', 'nodes/**/*.node.json', 'nodes/**/__schema__/**/*.json'];

/** Copies the assets into dist, in the same folders. */
function assets() {
	return src(ASSETS, { base: '.', encoding: false, allowEmpty: true }).pipe(dest('dist'));
}

exports.default = assets;
