/** Source: vendor page 0780. */
import { behaviour, refuse, type TryThis } from '../core/behaviour';
import { KNOWN_APPOINTMENT } from './shared/appointments';

const NONE = '04000004';

export const tryThese: TryThis[] = [
	{ ask: { appointId: KNOWN_APPOINTMENT }, gives: 'it is deleted' },
	{ ask: { appointId: '1' }, code: NONE, gives: 'there is no such appointment' },
];

export default behaviour<{ appointId: string }>('appointDelete', ({ appointId }, { data }) => {
	const index = data.appointments.findIndex((one) => one.appointId === appointId);
	if (index < 0) refuse(NONE, 'The appointment does not exist');
	data.appointments.splice(index, 1);
	return {};
});
