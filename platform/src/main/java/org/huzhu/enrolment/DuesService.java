package org.huzhu.enrolment;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.enrolment.Batch.Pinned;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.EnrolmentRefused.Reason;
import org.huzhu.enrolment.JdbcCovers.Shift;
import org.huzhu.enrolment.Look.PlanSum;
import org.huzhu.plan.Plan;
import org.huzhu.plan.Waiting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(propagation = Propagation.MANDATORY)
class DuesService implements Dues {

    private final Desk desk;
    private final EnrolmentTables tables;
    private final Offering offering;
    private final ApplicationEventPublisher news;

    DuesService(Desk desk, EnrolmentTables tables, Offering offering, ApplicationEventPublisher news) {
        this.desk = desk;
        this.tables = tables;
        this.offering = offering;
        this.news = news;
    }

    @Override
    public Due of(UUID id) {
        Batch batch = tables.batches()
                .find(id)
                .filter(found -> found.state() == State.CONFIRMED || found.state() == State.STARTED)
                .orElseThrow(() -> new EnrolmentRefused(Reason.NOT_FOUND));
        List<PlanDue> plans =
                tables.covers().sums(id).stream().map(sum -> due(batch, sum)).toList();
        return new Due(id, batch.number(), batch.unit(), batch.path(), batch.startsOn(), plans);
    }

    private PlanDue due(Batch batch, PlanSum sum) {
        Pinned pinned = batch.plans().stream()
                .filter(each -> each.plan().equals(sum.plan()))
                .findFirst()
                .orElseThrow();
        return new PlanDue(sum.plan(), offering.plan(pinned).enrolment().funding(), sum.heads(), sum.due());
    }

    @Override
    public void each(UUID batch, Consumer<Line> hearer) {
        tables.covers().each(batch, hearer);
    }

    @Override
    public int persons(List<UUID> batches, Optional<String> plan) {
        return tables.batches().persons(batches, plan);
    }

    @Override
    public LocalDate paid(UUID id, LocalDate since) {
        Batch batch = tables.batches().lock(id).orElseThrow(() -> new EnrolmentRefused(Reason.NOT_FOUND));
        if (batch.state() == State.STARTED) {
            return batch.startsOn();
        }
        if (batch.state() != State.CONFIRMED) {
            throw new EnrolmentRefused(Reason.STATE);
        }
        LocalDate start = start(batch, since);
        if (start.isAfter(batch.startsOn())) {
            batch.plans().forEach(pinned -> shift(batch, pinned, start));
        }
        tables.batches().start(id, since, start);
        desk.done("enrolment.start", id);
        news.publishEvent(new BatchNews.Started(id, start));
        return start;
    }

    /** One day for all plans of the batch: the latest that any of their offers says. */
    private LocalDate start(Batch batch, LocalDate since) {
        LocalDate agreed = batch.madeAt().atOffset(ZoneOffset.ofHours(8)).toLocalDate();
        LocalDate start = batch.startsOn();
        for (Pinned pinned : batch.plans()) {
            LocalDate possible = offering.firstDay(pinned.plan(), batch.path(), agreed, since);
            start = possible.isAfter(start) ? possible : start;
        }
        return start;
    }

    private void shift(Batch batch, Pinned pinned, LocalDate start) {
        Plan plan = offering.governing(pinned.plan(), start).orElseThrow();
        int gap = plan.waiting()
                .flatMap(Waiting::renewal)
                .map(Waiting.Renewal::gapDaysMax)
                .orElse(0);
        Shift shift = new Shift(
                pinned.plan(), plan.id().version(), plan.enrolment().term().from(start), gap);
        try {
            tables.covers().shift(batch.id(), shift);
        } catch (DataIntegrityViolationException e) {
            throw new EnrolmentRefused(Reason.LOOK_AGAIN, e);
        }
    }
}
