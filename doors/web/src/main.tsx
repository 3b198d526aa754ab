import { render } from 'preact';
import { App } from './app.js';
import { Engine } from './engine/client.js';
import { keepOffline } from './offline/register.js';
import { sharedHere } from './offline/shared.js';
import { pageData } from './page-data.js';

const data = pageData();
const engine = new Engine(data);
const offline = keepOffline(engine);
const shared = await sharedHere();
render(<App data={data} engine={engine} offline={offline} shared={shared} />, document.getElementById('page') as HTMLElement);
