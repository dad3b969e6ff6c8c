import type { TokenCredential } from '../../aicc/auth/bearer/tokenRequest';
import { renewToken } from '../../aicc/auth/bearer/tokens';

/** A token interface that counts. */
function tokenInterface() {
	let count = 0;
	const httpRequest = async () => ({
		statusCode: 200,
		headers: {},
		body: JSON.stringify({ AccessToken: `token-${++count}`, Expires: '3600' }),
	});
	return { httpRequest, count: () => count };
}

const credential: TokenCredential = {
	baseUrl: 'https://tokens.example.com',
	appKey: 'made-up',
	appSecret: 'made-up-too',
};

it('fetches a new token when n8n says that the stored one no longer works', async () => {
	const { httpRequest, count } = tokenInterface();
	const first = await renewToken(httpRequest, { ...credential, accessToken: '' });
	const second = await renewToken(httpRequest, { ...credential, ...first });
	expect([first?.accessToken, second?.accessToken]).toEqual(['token-1', 'token-2']);
	const third = await renewToken(httpRequest, { ...credential, ...first });
	expect(third).toEqual(second);
	expect(count()).toBe(2);
});
