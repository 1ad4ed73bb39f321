package org.huzhu.claims;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huzhu.claims.CaseFile.Paper;
import org.huzhu.claims.JdbcAssessments.Kept;
import org.huzhu.claims.judged.Assessment;
import org.huzhu.claims.judged.Facts;
import org.huzhu.claims.routing.Route;
import org.huzhu.claims.routing.Routing.Fast;
import org.huzhu.claims.samples.Spot;
import org.huzhu.claims.watch.ReceiptFit;
import org.huzhu.database.BeyondReach;
import org.huzhu.documents.Document;
import org.huzhu.kernel.Money;
import org.huzhu.members.payees.Payees;
import org.huzhu.receipts.MedicalReceipt;
import org.springframework.stereotype.Component;

/**
 * Approves by itself what is small and clean, where the office says so (快速通道). It refuses nobody: what it does not
 * approve goes its way past people, and so does all of which it says that a part is not paid.
 */
@Component
class FastLane {

    private final JdbcClaims claims;
    private final Papers papers;
    private final Deciding deciding;
    private final Route route;
    private final Spot spot;
    private final BeyondReach beyond;

    FastLane(JdbcClaims claims, Papers papers, Deciding deciding, Route route, Spot spot, BeyondReach beyond) {
        this.claims = claims;
        this.papers = papers;
        this.deciding = deciding;
        this.route = route;
        this.spot = spot;
        this.beyond = beyond;
    }

    /** Looks at a claim that was handed in just now, that has all its papers and nothing unusual. */
    void look(UUID id, Facts facts, Assessment assessment) {
        Claim claim = claims.find(id).orElseThrow();
        route.routing(claim).fast().ifPresent(fast -> {
            if (isSmall(assessment, fast) && isClean(claim, facts)) {
                beyond.run(() -> approve(claim, new Kept(facts, assessment), fast));
            }
        });
    }

    private void approve(Claim claim, Kept kept, Fast fast) {
        Money due = kept.assessment().due();
        if (deciding.byMachine(
                claim, kept, List.of("PAPERS", "RECEIPTS", "NO_FLAGS", "SUM", yuan(due), yuan(fast.limit())))) {
            spot.look(claim, fast.samplePermille());
        }
    }

    private static boolean isSmall(Assessment assessment, Fast fast) {
        return assessment.due().isPositive()
                && assessment.due().compareTo(fast.limit()) <= 0
                && assessment.denials().isEmpty()
                && assessment.lines().stream()
                        .allMatch(line -> fast.plans().contains(line.plan())
                                && !line.due().isNegative()
                                && !line.illustrative());
    }

    private boolean isClean(Claim claim, Facts facts) {
        List<Paper> brought = papers.of(claim);
        List<MedicalReceipt> receipts = brought.stream()
                .map(Paper::document)
                .map(Document::receipt)
                .flatMap(Optional::stream)
                .toList();
        return claim.relative().isEmpty()
                && brought.stream().noneMatch(paper -> paper.document().blurred())
                && deciding.payee(claim)
                        .map(Payees.Payee::name)
                        .filter(name -> ReceiptFit.fits(receipts, facts, name))
                        .isPresent();
    }

    private static String yuan(Money sum) {
        return "%,d.%02d".formatted(sum.fen() / 100, sum.fen() % 100);
    }
}
