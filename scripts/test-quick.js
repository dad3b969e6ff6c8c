/** `npm run test:quick`: what can be known in less than a minute. */

const { runQuick } = require('./test');

module.exports = { run: runQuick };
