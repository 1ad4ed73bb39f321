package org.huzhu.notices;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * A way by which messages leave the house: a bean for each. What it is handed it may be handed again, under the same
 * event, where nobody knows whether it went out.
 */
public interface MessageChannel {

    /** The ways that there can be. Names are stored: never rename one. */
    enum Way {
        SMS,
        WECHAT
    }

    Way way();

    /** Whether another channel on the same way takes its place. */
    default boolean givesWay() {
        return false;
    }

    /** How long a message may take. */
    default Duration patience() {
        return Duration.ofSeconds(15);
    }

    /**
     * Where members are reached on this way; whoever cannot be is left out. Asked just before sending, and not kept.
     */
    Map<UUID, String> addresses(Collection<UUID> members);

    /**
     * Hands a message over. Several are handed over at the same time; one that takes too long is interrupted. Whatever
     * it throws, it is tried again later.
     */
    Outcome send(Message message);

    /**
     * A message.
     *
     * @param event the same whenever it is sent again
     * @param text the whole text, with the address that it leads to
     */
    record Message(String event, String address, String text) {

        /** Where it goes stands in no log. */
        @Override
        public String toString() {
            return event;
        }
    }

    /** What became of it. */
    sealed interface Outcome {

        /** It was taken over. */
        record Sent() implements Outcome {}

        /** It was not, and may be another time. */
        record Failed() implements Outcome {}

        /** Nothing is taken over for so long: none of the messages counts as tried. */
        record Busy(Duration pause) implements Outcome {}

        /** It never will be. */
        record Refused() implements Outcome {}
    }
}
