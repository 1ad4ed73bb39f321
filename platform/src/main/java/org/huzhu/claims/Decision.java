package org.huzhu.claims;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huzhu.claims.ReviewDesk.Ground;
import org.huzhu.claims.judged.Assessing;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.routing.Route;
import org.huzhu.claims.routing.Turn;
import org.huzhu.claims.watch.Lines;
import org.huzhu.kernel.Money;
import org.huzhu.ledger.Fund;
import org.huzhu.members.payees.Payees;
import org.huzhu.plan.PlanId;
import org.springframework.stereotype.Component;

/** What a decision needs to know, and what follows from it. */
@Component
class Decision {

    private final Assessing assessing;
    private final Papers papers;
    private final Paying paying;
    private final Route route;
    private final News news;
    private final Lines lines;

    Decision(Assessing assessing, Papers papers, Paying paying, Route route, News news, Lines lines) {
        this.assessing = assessing;
        this.papers = papers;
        this.paying = paying;
        this.route = route;
        this.news = news;
        this.lines = lines;
    }

    Lines lines() {
        return lines;
    }

    Optional<Payees.Payee> payee(Claim claim) {
        return paying.payee(claim.member());
    }

    Assessment assess(Claim claim, Facts facts) {
        return assessing.assess(claim.member(), claim.number(), facts);
    }

    News news() {
        return news;
    }

    Set<PaperKind> missing(Claim claim, Facts facts) {
        return papers.missing(claim, facts);
    }

    Optional<Turn> next(Claim claim, ReviewStep from, Money due) {
        return route.next(claim, Optional.of(from), due);
    }

    Fund fund(Claim claim, PlanId plan) {
        return paying.fund(claim.unit(), plan);
    }

    /** Whether nobody is paid in the member's place. */
    boolean isPaidHimself(Claim claim) {
        return paying.recipients(claim).isEmpty();
    }

    void spend(Claim claim, String plan) {
        papers.spend(claim, plan);
    }

    void owe(Claim claim, int place, Map<Fund, Money> sums, LocalDate day) {
        paying.owe(claim, place, sums, day);
    }

    /** Whether some version of the plan has the clause. */
    boolean knows(Ground ground) {
        return paying.knows(ground);
    }

    /** What takes back all that was given for the claim; without lines where nothing was. */
    Assessment nothing(Claim claim) {
        return paying.nothing(claim);
    }
}
