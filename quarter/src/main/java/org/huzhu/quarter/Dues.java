package org.huzhu.quarter;

import java.util.List;
import java.util.concurrent.ExecutorService;
import org.huzhu.quarter.SettlementSummary.Sums;
import org.huzhu.quarter.table.Drawers;
import org.huzhu.quarter.table.Workers;

/** What everybody is due, put together from the drawers. */
final class Dues {

    /** The header of {@code payments.csv} and {@code carried.csv}. */
    static final String HEADER = "member_no,id_number,card_no,agency,year,quarter,"
            + "outpatient_self_pay_1,inpatient_self_pay_1,entitled,paid_before,due";

    private final List<DrawerDues> drawers;

    private Dues(List<DrawerDues> drawers) {
        this.drawers = drawers;
    }

    /** Works out what everybody is due, drawer by drawer. */
    static Dues of(
            SettlementRequest request,
            QuarterRule rule,
            Register register,
            Feed feed,
            PaidBefore[] paid,
            ExecutorService workers) {
        return new Dues(Workers.each(workers, Drawers.COUNT, drawer -> {
            Persons persons = register.drawer(drawer);
            Entitlements entitlements = new Entitlements(feed, drawer, persons.size(), rule.share());
            return new DrawerDues(request, persons, entitlements, paid[drawer]);
        }));
    }

    /** What is paid: the dues above zero. */
    DueList payments() {
        return new DueList(drawers, DrawerDues::payments);
    }

    /** What is carried on: the dues below zero. */
    DueList carried() {
        return new DueList(drawers, DrawerDues::carried);
    }

    /** The sums over all persons, in lists or not. */
    Sums sums() {
        return drawers.stream().map(DrawerDues::sums).reduce(Sums.ZERO, Sums::plus);
    }

    /** How many persons were paid this year, this quarter included. */
    long personsPaid() {
        return drawers.stream().mapToLong(DrawerDues::personsPaid).sum();
    }
}
