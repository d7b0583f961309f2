/**
 * The columns of a timeline, which its head and each row have by themselves: a bar that moves leaves the layout of all
 * other rows alone.
 */
export const timelineColumns = 'grid grid-cols-[8.5rem_1fr] sm:grid-cols-[18rem_1fr] contain-layout';
