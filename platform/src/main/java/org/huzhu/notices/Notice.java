package org.huzhu.notices;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.kernel.Require;

/**
 * What a member is told of one event.
 *
 * @param event the name of what happened, such as {@code claim/7f…/filed/1}: no other has it, now or later
 * @param path that of the organisation that tells
 * @param words what the template leaves open, all of it and nothing else: no personal data beyond what it shows
 * @param link where it leads on the phone, such as {@code /m/claims/7f…}
 */
public record Notice(
        String event, UUID member, String path, Template template, Map<String, String> words, Optional<String> link) {

    private static final int EVENT_SIGNS_MAX = 200;

    public Notice {
        words = Map.copyOf(words);
        Require.that(
                !event.isBlank() && event.length() <= EVENT_SIGNS_MAX,
                "An event has a name of 1 to %d signs, not %d",
                EVENT_SIGNS_MAX,
                event.length());
        Require.that(
                words.keySet().equals(new HashSet<>(template.words())),
                "The words of %s are %s, not %s",
                template,
                template.words(),
                words.keySet());
        Require.that(
                link.isEmpty() || link.get().matches("/m(/[A-Za-z0-9._-]+)*"),
                "A link leads to a page of members, as /m/claims/… does; this one does not");
    }

    /** The words in the order in which they are kept. */
    List<String> wordsInOrder() {
        return template.words().stream()
                .map(word -> Optional.ofNullable(words.get(word)).orElseThrow())
                .toList();
    }
}
