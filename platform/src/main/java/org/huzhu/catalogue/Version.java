package org.huzhu.catalogue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A file of the language of plans, as it stands.
 *
 * @param file its name, such as {@code 住院医疗/2008.yaml}
 * @param content the YAML, as it was written
 * @param digest SM3 of the content, in hex
 * @param path of the office whose plan it is
 * @param made who wrote it last, and when
 * @param submitted who submitted it, and when; empty for a draft
 * @param published who published it, and when; empty until then
 * @param returned why it was given back; empty where it was not
 */
public record Version(
        UUID id,
        String file,
        String content,
        String digest,
        String path,
        Step made,
        Optional<Step> submitted,
        Optional<Step> published,
        Optional<String> returned) {

    /**
     * Somebody did something at a moment.
     *
     * @param by the id of the account, or {@code system}
     */
    public record Step(String by, Instant at) {}

    /** How far it has come. Names are stored: never rename one. */
    public enum State {
        DRAFT,
        SUBMITTED,
        PUBLISHED
    }

    public State state() {
        if (published.isPresent()) {
            return State.PUBLISHED;
        }
        return submitted.isPresent() ? State.SUBMITTED : State.DRAFT;
    }
}
