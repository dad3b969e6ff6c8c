/** Which of n8n's engines runs the tests. Plain JavaScript, as all that runs on Node.js alone. */

/** The version when it is another one than the project's own: see test/versions. */
const version = process.env.N8N_ENGINE ?? '';

module.exports = { isN8n1: version.startsWith('1.') };
