// Keys of the console, and a revealed number that hides itself after a minute. Pages work without all of this.
(() => {
    'use strict';
    const HIDE_AFTER = 60000;
    const SENT_FOR = 3000;

    // Single keys are in the way of whoever speaks to his computer: he may switch them off.
    const OFF = 'huzhu-keys-off';
    const help = document.getElementById('keys');
    const choice = help?.querySelector('[type=checkbox]');
    if (choice) {
        choice.checked = !localStorage.getItem(OFF);
        choice.addEventListener('change', () => choice.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'yes'));
        document.getElementById('keys-open')?.addEventListener('click', () => help.showModal());
    }

    // A box to tick takes no letters. And where the help has just been closed, its box keeps the focus for a moment.
    const isTyping = (target) =>
        target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');

    const move = (step) => {
        const rows = [...document.querySelectorAll('tbody tr')];
        if (rows.length === 0) return;
        const at = rows.indexOf(document.activeElement.closest('tr'));
        rows[Math.min(rows.length - 1, Math.max(0, at + step))].focus();
    };

    document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        if (help?.open || localStorage.getItem(OFF)) return;
        const keys = {
            '/': () => document.getElementById('q')?.focus(),
            '?': () => help?.showModal(),
            j: () => move(1),
            k: () => move(-1),
            h: () => { if (help) location.assign('/w'); },
            Enter: () => { if (event.target.matches('tr')) event.target.querySelector('a')?.click(); },
        };
        const act = keys[event.key];
        if (act) {
            if (event.key !== 'Enter') event.preventDefault();
            act();
        }
    });

    // A page names keys of its own: the element is clicked.
    document.addEventListener('keydown', (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
        if (help?.open || localStorage.getItem(OFF)) return;
        const named = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
        if (named) {
            event.preventDefault();
            named.click();
            // What a key has opened is gone on with at once: its first box, or the button that confirms.
            if (named.parentElement.open) named.parentElement.querySelector('button, input:not([type=hidden]), textarea, select').focus();
        }
    });

    // A picture that was taken is sent at once.
    document.addEventListener('change', (event) => {
        if (event.target.matches('[data-send]') && event.target.files.length > 0) event.target.form.requestSubmit();
    });

    document.querySelector('[data-print]')?.addEventListener('click', () => print());

    // Whoever clicks twice has sent a form once; after a moment he may send it again.
    document.addEventListener('submit', (event) => {
        const form = event.target;
        if (form.hasAttribute('hx-post') || form.method === 'dialog') return;
        if (form.dataset.sent) event.preventDefault();
        form.dataset.sent = 'yes';
        setTimeout(() => delete form.dataset.sent, SENT_FOR);
    });

    // What stands after the sign # in an address never leaves the browser by itself: a field takes it over.
    const fromAddress = document.querySelector('input[data-from-address]');
    if (fromAddress && location.hash.length > 1) {
        fromAddress.value = location.hash.slice(1);
        history.replaceState(null, '', location.pathname);
    }

    // A refusal comes as a page; of it the sentence is shown beside what was asked for.
    document.addEventListener('htmx:responseError', (event) => {
        const page = new DOMParser().parseFromString(event.detail.xhr.responseText, 'text/html');
        const said = page.querySelector('.notice')?.textContent;
        if (!said) return;
        event.target.parentElement.querySelector('.notice[role=alert]')?.remove();
        const notice = document.createElement('p');
        notice.className = 'notice';
        notice.setAttribute('role', 'alert');
        notice.textContent = said;
        event.target.before(notice);
    });

    document.addEventListener('htmx:afterSwap', () => {
        document.querySelectorAll('.revealed:not([data-timed])').forEach((clear) => {
            clear.dataset.timed = '';
            setTimeout(() => clear.remove(), HIDE_AFTER);
        });
    });
})();
