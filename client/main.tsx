// First, so that the style of a component wins over the defaults.
import './tokens.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { takeLinkToken } from './link-token.ts';
import { applyPreferences } from './preferences.ts';
import { takeProviderReply } from './provider-reply.ts';

takeLinkToken();
takeProviderReply();
window.addEventListener('hashchange', takeLinkToken, { capture: true });
applyPreferences();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
