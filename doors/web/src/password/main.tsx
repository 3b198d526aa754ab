import { render } from 'preact';
import { pageData } from '../page-data.js';
import { PasswordPage } from './password-page.js';

render(<PasswordPage data={pageData()} />, document.getElementById('page') as HTMLElement);
