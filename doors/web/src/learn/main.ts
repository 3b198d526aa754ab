import { leave, leaveWithOthers, onThreeShifts } from '../leave.js';

// The pages are whole without this; it makes leaving leave nothing behind.
document.querySelector('a.leave')?.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});
onThreeShifts(leave);
leaveWithOthers();
