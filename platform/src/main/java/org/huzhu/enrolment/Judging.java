package org.huzhu.enrolment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.huzhu.enrolment.Batch.Pinned;
import org.huzhu.enrolment.Batch.State;
import org.huzhu.enrolment.JdbcPeople.Registered;
import org.huzhu.enrolment.PlanCheck.Held;
import org.huzhu.plan.Plan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Judges the people of a batch: those of the register all at once, those of a roster as they are read. */
@Component
@Transactional
class Judging {

    private static final int ROWS_AT_ONCE = 1000;

    private final EnrolmentTables tables;
    private final Offering offering;
    private final Desk desk;

    Judging(EnrolmentTables tables, Offering offering, Desk desk) {
        this.tables = tables;
        this.offering = offering;
        this.desk = desk;
    }

    /** What judges the rows of the batch, one after the other. */
    RowCheck check(Batch batch) {
        return new RowCheck(
                offering.checks(batch, desk.today()), new Candidate.Usual(batch.units(), desk.today(), desk::freshId));
    }

    /** Judges those whose cover ends and whoever came to the unit since, or the members that were named before. */
    void read(Batch batch) {
        List<Registered> people = batch.renews()
                ? tables.people().renewing(batch, desk.today())
                : tables.people().named(batch, tables.people().members(batch.id()), desk.today());
        tables.lines().clear(batch.id(), 0);
        judge(batch, people);
    }

    void named(Batch batch, List<UUID> members) {
        judge(batch, tables.people().named(batch, members, desk.today()));
    }

    private void judge(Batch batch, List<Registered> people) {
        RowCheck check = check(batch);
        for (int at = 0; at < people.size(); at += ROWS_AT_ONCE) {
            judge(batch, check, people.subList(at, Math.min(at + ROWS_AT_ONCE, people.size())));
        }
        List<String> said = new ArrayList<>();
        batch.plans().forEach(pinned -> level(batch, pinned, said::add));
        tables.batches().move(batch.id(), List.of(State.READING), State.LOOKED, said);
    }

    /** Whom nobody has enrolled before and who cannot be is not spoken of where others renew. */
    private void judge(Batch batch, RowCheck check, List<Registered> people) {
        List<UUID> persons = people.stream().map(each -> each.who().person()).toList();
        Map<UUID, List<Held>> held = tables.people().held(persons, batch.unit());
        List<Entry> entries = new ArrayList<>();
        for (Registered each : people) {
            Entry entry = each.gone()
                    .map(why -> RowCheck.gone(each.who(), why))
                    .orElseGet(() ->
                            check.judge(each.who(), held.getOrDefault(each.who().person(), List.of())));
            if (!batch.renews() || each.hadCover() || !entry.proposed().isEmpty()) {
                entries.add(entry);
            }
        }
        tables.lines().add(batch, 0, entries);
    }

    /** Where all must take the same, what one takes beyond most is void, not his enrolment. */
    void level(Batch batch, Pinned pinned, Consumer<String> said) {
        Plan plan = offering.plan(pinned);
        if (!plan.enrolment().units().sameForAll()) {
            return;
        }
        List<JdbcLines.UnitCount> units =
                tables.lines().units(batch.id(), plan.id().plan());
        if (units.size() > 1) {
            int most = units.getFirst().units();
            int levelled = tables.lines().level(batch.id(), plan.id().plan(), most);
            if (levelled > 0) {
                said.accept("%s要求全员份数相同，多数人是 %d 份；另有 %d 人超出的份数无效，已按 %d 份计"
                        .formatted(plan.id().plan(), most, levelled, most));
            }
        }
    }
}
