/** Source: vendor page cec_07_1031. Nobody documents what a refusal leaves: here it leaves everything. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { KNOWN_ROUTES } from './shared/calledRoutes';
import { FAILURE } from './shared/codes';

export const tryThese: TryThis[] = [
	{
		ask: { dnids: `${KNOWN_ROUTES.toSkill.dnid},${KNOWN_ROUTES.toIvr.dnid}` },
		gives: 'the first two routes are deleted',
	},
	{
		ask: { dnids: KNOWN_ROUTES.toSkill.id },
		code: FAILURE,
		gives: 'this is the id of a route, not its dnid',
	},
];

/** What `editable` is of routes that stay. */
const STAYING = ['2', '3'];

export default behaviour<{ dnids: string }>('deleteCalledRoute', ({ dnids }, platform) => {
	const { data } = platform;
	const gone = dnids.split(',').map((dnid) => {
		const route = data.calledRoutes.find((one) => one.dnid === dnid);
		if (!route) return refuse(FAILURE, `There is no route ${dnid}`);
		if (STAYING.includes(route.editable ?? '')) {
			return refuse(FAILURE, `The route ${dnid} cannot be deleted`);
		}
		return route;
	});
	data.calledRoutes = data.calledRoutes.filter((route) => !gone.includes(route));
	return {
		data: gone.map(({ dnid, accessCode, extCode }) => ({
			id: dnid,
			name: `${accessCode}${extCode}`,
			content: accessCode,
		})),
	};
});
