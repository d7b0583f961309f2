import type { PlacedDisposition } from '#review/disposition';
import type { Wording } from '../plan/placeWords.ts';

/** What the table of dispositions is shown with. `id`: of the plan; `home`: the address of its review. */
export type DispositionOpen = Omit<Wording, 'digits'> & { id: string; home: string };

/** A row as it is shown, under its number in the whole table. */
export type ShownRow = PlacedDisposition & { number: number };
