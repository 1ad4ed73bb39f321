package org.huzhu.notices;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A provider of short messages that does as a test wants, and remembers. Each member's address is his id. */
final class FakeChannel implements MessageChannel {

    private final List<Message> handed = Collections.synchronizedList(new ArrayList<>());
    private final List<Message> taken = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Function<Message, Outcome>> ways = Collections.synchronizedMap(new HashMap<>());

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public Duration patience() {
        return Duration.ofMillis(300);
    }

    @Override
    public Map<UUID, String> addresses(Collection<UUID> members) {
        return members.stream().distinct().collect(Collectors.toMap(member -> member, UUID::toString));
    }

    /** What becomes of what is sent to the member from now on. */
    void when(UUID member, Function<Message, Outcome> way) {
        ways.put(member.toString(), way);
    }

    @Override
    public Outcome send(Message message) {
        handed.add(message);
        Outcome outcome =
                ways.getOrDefault(message.address(), _ -> new Outcome.Sent()).apply(message);
        if (outcome instanceof Outcome.Sent) {
            taken.add(message);
        }
        return outcome;
    }

    /** The events of what was handed over for the member, in order, however it ended. */
    List<String> handed(UUID member) {
        return events(handed, member);
    }

    /** The events of what was taken over for the member, in order. */
    List<String> taken(UUID member) {
        return events(taken, member);
    }

    List<String> texts(UUID member) {
        synchronized (taken) {
            return taken.stream()
                    .filter(message -> message.address().equals(member.toString()))
                    .map(Message::text)
                    .toList();
        }
    }

    private static List<String> events(List<Message> messages, UUID member) {
        synchronized (messages) {
            return messages.stream()
                    .filter(message -> message.address().equals(member.toString()))
                    .map(Message::event)
                    .toList();
        }
    }
}
