// What is sent over a line that may break: what was typed stays until there is an answer, and may be sent again. Without
// this a form sends itself.
(() => {
    'use strict';
    const KEPT = 'huzhu-typed ';
    const words = document.getElementById('main').dataset;
    const nameOf = (form) => KEPT + form.getAttribute('action');

    // Whoever leaves, or comes in anew, leaves nothing behind that he typed.
    const forgetAll = () => Object.keys(sessionStorage)
        .filter((name) => name.startsWith(KEPT))
        .forEach((name) => sessionStorage.removeItem(name));
    if (location.pathname === '/m/login') forgetAll();
    document.querySelector('form[action="/m/logout"]')?.addEventListener('submit', forgetAll);

    const say = (form, sentence) => {
        const old = form.querySelector('.notice[role=alert]');
        const notice = old ?? document.createElement('p');
        notice.className = 'notice';
        notice.setAttribute('role', 'alert');
        notice.textContent = sentence;
        if (!old) form.append(notice);
    };

    // The number of a card is never kept: only forms that say so are, as long as this page is open.
    const keep = (form) => {
        if (form.dataset.line) sessionStorage.setItem(nameOf(form), JSON.stringify([...new FormData(form)]));
    };

    const fillIn = (form) => {
        const kept = sessionStorage.getItem(nameOf(form));
        if (!kept) return;
        const typed = JSON.parse(kept);
        for (const field of form.elements) {
            const values = typed.filter(([name]) => name === field.name).map(([, value]) => value);
            if (/^(checkbox|radio)$/.test(field.type)) field.checked = values.includes(field.value);
            else if (values.length > 0) [field.value] = values;
        }
        say(form, words.kept);
    };

    const show = (text, form) => {
        const page = new DOMParser().parseFromString(text, 'text/html');
        if (form) {
            say(form, page.querySelector('.notice')?.textContent ?? words.failed);
            return;
        }
        const main = document.getElementById('main');
        main.replaceChildren(...page.getElementById('main').childNodes);
        main.querySelectorAll('form[data-line]').forEach(bind);
        (main.querySelector('[aria-invalid=true]') ?? main.querySelector('.wrong, .notice'))?.scrollIntoView({block: 'center'});
        main.querySelector('[aria-invalid=true]')?.focus();
    };

    const send = async (form, button) => {
        const body = new URLSearchParams(new FormData(form, button));
        const answer = await fetch(form.getAttribute('action'), {method: 'POST', body}).catch(() => null);
        const text = await answer?.text().catch(() => null);
        if (typeof text !== 'string') {
            keep(form);
            say(form, words.lost);
        } else if (answer.redirected) {
            sessionStorage.removeItem(nameOf(form));
            location.assign(answer.url);
        } else if (answer.ok || answer.status === 422) {
            sessionStorage.removeItem(nameOf(form));
            show(text);
        } else {
            keep(form);
            show(text, form);
        }
    };

    function bind(form) {
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            if (form.dataset.going) return;
            form.dataset.going = 'yes';
            await send(form, event.submitter);
            delete form.dataset.going;
        });
    }

    document.querySelectorAll('form[data-line]').forEach((form) => {
        bind(form);
        fillIn(form);
    });
})();
