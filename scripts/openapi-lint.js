/** `npm run openapi:lint`: checks openapi/ by the rules of redocly.yaml. */

const { lint } = require('./lib/redocly');

module.exports = { run: () => lint() };
