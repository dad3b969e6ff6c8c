/** What is used of the package, which has no types of its own. */
declare module '@20minutes/s3rver' {
	interface Options {
		address: string;
		/** 0 for any free one. */
		port: number;
		silent: boolean;
		directory: string;
		configureBuckets: Array<{ name: string }>;
	}

	class S3rver {
		constructor(options: Options);
		run(): Promise<{ port: number }>;
	}

	export = S3rver;
}
