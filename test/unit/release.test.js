const { nextVersion, releasedChangelog } = require('../../scripts/release');

describe('the next version', () => {
	it.each([
		['1.2.3', 'major', '2.0.0'],
		['1.2.3', 'minor', '1.3.0'],
		['1.2.3', 'patch', '1.2.4'],
		['1.2.3', '1.10.0', '1.10.0'],
		['0.1.0', '0.1.0', '0.1.0'],
	])('after %s with %s is %s', (current, wanted, expected) => {
		expect(nextVersion(current, wanted)).toBe(expected);
	});

	it.each(['', 'next', '1.2', 'v1.3.0', '1.3.0-beta'])('cannot be "%s"', (wanted) => {
		expect(() => nextVersion('1.2.3', wanted)).toThrow('npm run release');
	});

	it.each(['1.2.2', '1.1.9', '0.9.9'])('does not go back to %s', (wanted) => {
		expect(() => nextVersion('1.2.3', wanted)).toThrow('older');
	});
});

describe('the changelog of a release', () => {
	const older = '\n## 1.0.0 - 2026-01-01\n\n- Old\n';

	it('has what was unreleased below the version and the day', () => {
		expect(
			releasedChangelog(`# Changelog\n\n## Unreleased\n\n- New\n${older}`, '1.1.0', '2026-02-03'),
		).toBe(`# Changelog\n\n## Unreleased\n\n## 1.1.0 - 2026-02-03\n\n- New\n${older}`);
	});

	it.each([`# Changelog\n\n## Unreleased\n${older}`, `# Changelog\n${older}`])(
		'is not made of nothing',
		(changelog) => {
			expect(() => releasedChangelog(changelog, '1.1.0', '2026-02-03')).toThrow('Unreleased');
		},
	);
});
