package org.huzhu.unions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What the histories of organisations must come to, kept as simply as can be: from each day on, how each stands. */
final class Chronicle {

    /** How it stands; empty once it is closed. */
    record Standing(Optional<String> name, Optional<UUID> parent) {

        static final Standing NONE = new Standing(Optional.empty(), Optional.empty());

        boolean isOpen() {
            return name.isPresent();
        }
    }

    private final Map<UUID, NavigableMap<LocalDate, Standing>> standings = new LinkedHashMap<>();
    private final Map<UUID, Tier> tiers = new LinkedHashMap<>();
    /** Kept apart: what is opened or moved and closed on one day has no day on which it stood there. */
    private final Map<UUID, UUID> lastParents = new LinkedHashMap<>();

    void opened(Organisation organisation, LocalDate day) {
        standings.put(organisation.id(), new TreeMap<>());
        tiers.put(organisation.id(), organisation.tier());
        put(organisation.id(), day, new Standing(Optional.of(organisation.name()), organisation.parent()));
    }

    void renamed(UUID organisation, String name, LocalDate day) {
        put(organisation, day, new Standing(Optional.of(name), now(organisation).parent()));
    }

    void moved(UUID organisation, UUID parent, LocalDate day) {
        put(organisation, day, new Standing(now(organisation).name(), Optional.of(parent)));
    }

    void closed(UUID organisation, LocalDate day) {
        put(organisation, day, Standing.NONE);
    }

    private void put(UUID organisation, LocalDate day, Standing standing) {
        NavigableMap<LocalDate, Standing> history = standings.get(organisation);
        if (history == null || (!history.isEmpty() && day.isBefore(history.lastKey()))) {
            throw new AssertionError("A change of " + day + " was let in before a later one");
        }
        history.put(day, standing);
        standing.parent().ifPresent(parent -> lastParents.put(organisation, parent));
    }

    List<UUID> all() {
        return List.copyOf(standings.keySet());
    }

    List<UUID> open(Tier tier) {
        return all().stream()
                .filter(one -> now(one).isOpen() && tiers.get(one) == tier)
                .toList();
    }

    Standing now(UUID organisation) {
        return history(organisation).lastEntry().getValue();
    }

    Standing on(UUID organisation, LocalDate day) {
        Map.Entry<LocalDate, Standing> entry = history(organisation).floorEntry(day);
        return entry == null ? Standing.NONE : entry.getValue();
    }

    private NavigableMap<LocalDate, Standing> history(UUID organisation) {
        NavigableMap<LocalDate, Standing> history = standings.get(organisation);
        if (history == null) {
            throw new AssertionError("Nothing was opened as " + organisation);
        }
        return history;
    }

    /** What it stands under, or stood under at last. */
    Optional<UUID> lastParent(UUID organisation) {
        return Optional.ofNullable(lastParents.get(organisation));
    }

    List<UUID> openBelow(UUID organisation) {
        return all().stream()
                .filter(one -> now(one).parent().equals(Optional.of(organisation)))
                .toList();
    }

    /** It and all that is below it, or was when it closed. */
    Set<UUID> within(UUID organisation) {
        return all().stream().filter(one -> chain(one).contains(organisation)).collect(Collectors.toSet());
    }

    /** It and all above it, upwards. */
    List<UUID> chain(UUID organisation) {
        List<UUID> chain = new ArrayList<>();
        Optional<UUID> next = Optional.of(organisation);
        while (next.isPresent()) {
            if (chain.contains(next.get())) {
                throw new AssertionError("A circle: " + chain);
            }
            chain.add(next.get());
            next = lastParent(next.get());
        }
        return chain;
    }
}
