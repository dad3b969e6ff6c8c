/**
 * A storage that speaks S3, in a process of its own: its files are below a folder, its one bucket is
 * there from the beginning. Says where it is, and ends with its parent.
 */

const S3rver = require('@20minutes/s3rver');

async function main() {
	const [directory = '', bucket = ''] = process.argv.slice(2);
	const { port } = await new S3rver({
		address: '127.0.0.1',
		port: 0,
		silent: true,
		directory,
		configureBuckets: [{ name: bucket }],
	}).run();
	process.once('disconnect', () => process.exit());
	process.send?.({ url: `http://127.0.0.1:${port}` });
}

void main();
