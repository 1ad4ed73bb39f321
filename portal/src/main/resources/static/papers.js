// Papers of a claim go in pieces: where the line breaks, sending goes on from what has come. Without this the form sends
// itself, whole.
(() => {
    'use strict';
    const PIECE = 1 << 18;
    const LARGE = 1 << 20;
    const SIDE = 2000;
    const WAIT_FIRST = 500;
    const WAIT_MOST = 15000;
    let open = 0;

    const pause = (wait) => new Promise((go) => {
        setTimeout(go, wait);
        addEventListener('online', go, {once: true});
    });

    // Asks until there is an answer; what was refused is not asked again, and whoever is signed out is sent to sign in.
    const ask = async (form, address, body, lost) => {
        for (let wait = WAIT_FIRST; ; wait = Math.min(WAIT_MOST, wait * 2)) {
            const answer = await fetch(address, {method: 'POST', body, redirect: 'manual'}).catch(() => null);
            if (answer?.type === 'opaqueredirect') location.reload();
            const text = answer && answer.status < 500 ? await answer.text().catch(() => null) : null;
            if (text !== null && answer.ok) return text;
            if (text !== null) throw new Error(answer.headers.get('Content-Type')?.startsWith('text/plain') ? text : form.dataset.failed);
            lost();
            await pause(wait);
        }
    };

    // A photo of a paper is read as well when it is smaller; what cannot be made smaller goes as it is.
    const smaller = async (file) => {
        if (!/^image[/](jpeg|png)$/.test(file.type) || file.size <= LARGE) return file;
        try {
            const picture = await createImageBitmap(file);
            const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
            const canvas = document.createElement('canvas');
            canvas.width = Math.round(picture.width * scale);
            canvas.height = Math.round(picture.height * scale);
            canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
            const small = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.85));
            return small && small.size < file.size ? small : file;
        } catch {
            return file;
        }
    };

    const send = async (form, file) => {
        const status = form.querySelector('[role=status]');
        const at = form.dataset.pieces;
        const lost = () => { status.textContent = form.dataset.lost; };
        const what = await smaller(file);
        const ending = what === file ? file.name.slice(file.name.lastIndexOf('.')) : '.jpg';
        const id = await ask(form, at, new URLSearchParams({ending, size: what.size}), lost);
        for (let stands = 0; stands < what.size;) {
            status.textContent = `${form.dataset.sending} ${Math.floor(100 * stands / what.size)} %`;
            const piece = new Blob([what.slice(stands, stands + PIECE)], {type: 'application/octet-stream'});
            stands = Number(await ask(form, `${at}/${id}?from=${stands}`, piece, lost));
        }
        status.textContent = `${form.dataset.sending} 100 %`;
        const words = new FormData(form);
        words.delete('file');
        await ask(form, `${at}/${id}/finish`, new URLSearchParams(words), lost);
    };

    document.querySelectorAll('form[data-pieces]').forEach((form) => {
        const input = form.querySelector('[data-send]');
        delete input.dataset.send;
        input.addEventListener('change', async () => {
            if (input.files.length === 0) return;
            open++;
            try {
                await send(form, input.files[0]);
                if (open === 1) location.reload();
            } catch (refused) {
                const status = form.querySelector('[role=status]');
                status.textContent = refused.message;
                status.classList.add('wrong');
                input.value = '';
            } finally {
                open--;
            }
        });
    });
})();
