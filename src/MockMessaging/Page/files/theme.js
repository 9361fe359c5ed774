// Light or dark: as the system says, or as the reader chose.
const CHOICES = ['auto', 'light', 'dark'];

/** @returns {string} auto, light or dark. */
export const theme = () => localStorage.getItem('theme') ?? 'auto';

/** True if the page is dark at present. */
export const isDark = () => theme() === 'dark' || (theme() === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);

/** Sets the chosen colors on the document. */
export function applyTheme() {
  document.documentElement.dataset.theme = CHOICES.includes(theme()) ? theme() : 'auto';
}

/** Changes from light to dark or back. */
export function toggleTheme() {
  localStorage.setItem('theme', isDark() ? 'light' : 'dark');
  applyTheme();
}
