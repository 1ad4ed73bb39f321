package org.huzhu.contributions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.huzhu.enrolment.Dues;

/** An enrolment that remembers: cover starts on the day that was agreed, or on the first of the month after. */
final class FakeDues implements Dues {

    private final Map<UUID, Due> due = new ConcurrentHashMap<>();
    private final Map<UUID, List<Line>> lines = new ConcurrentHashMap<>();
    private final List<Paid> paid = new CopyOnWriteArrayList<>();

    /** What it was told. */
    record Paid(UUID batch, LocalDate since) {}

    void keep(Due one, List<Line> its) {
        due.put(one.batch(), one);
        lines.put(one.batch(), its);
    }

    List<Paid> paid(UUID batch) {
        return paid.stream().filter(each -> each.batch().equals(batch)).toList();
    }

    @Override
    public Due of(UUID batch) {
        return Objects.requireNonNull(due.get(batch));
    }

    @Override
    public void each(UUID batch, Consumer<Line> hearer) {
        lines.getOrDefault(batch, List.of()).forEach(hearer);
    }

    @Override
    public int persons(List<UUID> batches, Optional<String> plan) {
        return (int) batches.stream()
                .flatMap(batch -> lines.getOrDefault(batch, List.of()).stream())
                .filter(line -> plan.isEmpty() || plan.equals(Optional.of(line.plan())))
                .map(Line::person)
                .distinct()
                .count();
    }

    @Override
    public LocalDate paid(UUID batch, LocalDate since) {
        paid.add(new Paid(batch, since));
        LocalDate agreed = of(batch).startsOn();
        return since.isBefore(agreed) ? agreed : since.plusMonths(1).withDayOfMonth(1);
    }
}
