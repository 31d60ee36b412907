// The schema of a day: apart from the calendar's functions, which a browser loads without the schemas' library.
import { z } from 'zod';
import { isDay } from './day.ts';

export const daySchema = z.string().refine(isDay, { message: 'not a day (YYYY-MM-DD)' });
