package org.huzhu.claims.judged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huzhu.adjudication.ChineseWording;
import org.huzhu.enrolment.Cover;
import org.huzhu.kernel.Money;
import org.huzhu.plan.Enrolment;
import org.huzhu.plan.Enrolment.Category;
import org.huzhu.plan.Enrolment.Contribution;
import org.huzhu.plan.Enrolment.Occupation;
import org.huzhu.plan.Library;
import org.huzhu.plan.PlanId;

/**
 * Gives less to who was enrolled under a lighter class of occupation than his work has: as much as was paid of what was
 * due. Plans that cost every class the same are not touched.
 */
record OccupationClass(Library library, List<Cover> covers, Occupation his) {

    Assessment applied(Assessment found, String claim) {
        return new Assessment(
                found.lines().stream()
                        .map(line -> line.event()
                                        .filter(event -> event.startsWith(claim + "/"))
                                        .isPresent()
                                ? applied(line)
                                : line)
                        .toList(),
                found.denials());
    }

    private Assessment.Line applied(Assessment.Line line) {
        Optional<Enrolment> enrolment = library.versions(line.plan()).stream()
                .filter(plan -> plan.id().equals(new PlanId(line.plan(), line.version())))
                .map(plan -> plan.enrolment())
                .findFirst();
        Optional<Cover> cover = covers.stream()
                .filter(each ->
                        each.plan().plan().equals(line.plan()) && each.span().contains(line.on()))
                .findFirst();
        return enrolment
                .flatMap(how -> cover.flatMap(it -> how.contribution(it.tier(), it.occupation(), Category.IN_SERVICE))
                        .map(paid -> applied(line, how, paid)))
                .orElse(line);
    }

    private Assessment.Line applied(Assessment.Line line, Enrolment how, Contribution paid) {
        if (how.contribution(paid.tier(), his, Category.IN_SERVICE).isEmpty()) {
            return line;
        }
        Money gives = how.forOccupation(line.entitled(), paid, his);
        if (gives.equals(line.entitled())) {
            return line;
        }
        Money due = how.contribution(paid.tier(), his, Category.IN_SERVICE)
                .map(Contribution::perUnit)
                .orElseThrow();
        List<String> working = new ArrayList<>(line.working());
        working.add("职业类别不符，按实缴与应缴的比例：%s × %s ÷ %s = %s"
                .formatted(
                        ChineseWording.yuan(line.entitled()),
                        ChineseWording.yuan(paid.perUnit()),
                        ChineseWording.yuan(due),
                        ChineseWording.yuan(gives)));
        return line.giving(gives, working);
    }
}
