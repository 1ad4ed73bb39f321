package org.huzhu.enrolment.gaps;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.access.Access;
import org.huzhu.access.Caller;
import org.huzhu.access.Operation;
import org.huzhu.catalogue.PlanCatalogue;
import org.huzhu.enrolment.gaps.JdbcGaps.Base;
import org.huzhu.plan.Library;
import org.huzhu.plan.Plan;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class GapsService implements Gaps {

    private final Access access;
    private final PlanCatalogue catalogue;
    private final JdbcGaps gaps;

    GapsService(Access access, PlanCatalogue catalogue, JdbcGaps gaps) {
        this.access = access;
        this.catalogue = catalogue;
        this.gaps = gaps;
    }

    @Override
    public Found find(Caller caller, Question question) {
        access.require(caller, Operation.ENROLMENT_VIEW, question.path());
        Library library = catalogue.rulebook().library();
        LocalDate day = question.day();
        Base base = question.plan()
                .flatMap(plan -> library.governing(plan, day, day))
                .map(GapsService::base)
                .orElse(new Base.Staff());
        JdbcGaps.Page page = gaps.find(question, base);
        Map<String, Optional<Plan>> plans = new HashMap<>();
        return new Found(
                page.totals(),
                page.rows().stream()
                        .map(row -> row.gap(Fits.of(
                                row, name -> plans.computeIfAbsent(name, plan -> library.governing(plan, day, day)))))
                        .toList());
    }

    /** Who counts for a plan. */
    private static Base base(Plan plan) {
        Set<String> groups = Fits.groups(plan);
        if (Fits.isForWomen(plan)) {
            return new Base.Women();
        }
        return Fits.isForStaff(plan) || groups.isEmpty() ? new Base.Staff() : new Base.Groups(groups);
    }
}
